package dev.amsshell.script;

import dev.amsshell.base.CancellableThread;
import dev.amsshell.base.Cancelled;
import java.time.Duration;

/** Called by compiled scripts wherever they could otherwise run on for ever. */
public final class Checkpoint {
  private Checkpoint() {}

  /**
   * Lets the script go on unless it was cancelled.
   *
   * @throws Cancelled if it was
   */
  public static void reached() {
    CancellableThread.checkpoint();
  }

  /**
   * Waits so many milliseconds, or until the script is cancelled.
   *
   * @throws Cancelled if it is
   */
  public static void pause(Number milliseconds) {
    pause(Duration.ofMillis(milliseconds.longValue()));
  }

  /**
   * Waits, or until the script is cancelled.
   *
   * @throws Cancelled if it is
   */
  public static void pause(Duration duration) {
    CancellableThread.current().sleep(duration);
  }
}
