package dev.amsshell.script;

import dev.amsshell.base.CancellableThread;
import groovy.lang.Script;
import java.time.Duration;

/** What every script can do without naming anything. */
public abstract class AmsScript extends Script {
  /**
   * Ends the script with an exit code.
   *
   * @param code from 0 to 255
   */
  public void exit(int code) {
    if (code < 0 || code > 255) {
      throw new IllegalArgumentException("an exit code is a number from 0 to 255, not " + code);
    }
    throw new ExitRequest(code);
  }

  /** Ends the script successfully. */
  public void exit() {
    exit(0);
  }

  /**
   * Waits so many milliseconds; unlike Groovy's own it ends at once when the script is cancelled.
   */
  public void sleep(long milliseconds) {
    sleep(Duration.ofMillis(milliseconds));
  }

  /** Waits; ends at once when the script is cancelled. */
  public void sleep(Duration duration) {
    CancellableThread.current().sleep(duration);
  }
}
