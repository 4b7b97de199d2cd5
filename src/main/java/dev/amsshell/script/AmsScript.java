package dev.amsshell.script;

import groovy.lang.Script;

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
}
