package dev.amsshell.script;

import dev.amsshell.dsl.Ams;
import groovy.lang.Closure;
import groovy.lang.Script;

/** What every script can do without naming anything. */
public abstract class AmsScript extends Script {
  private static final String AMS = "ams";
  private static final String SHOW = "show";

  /**
   * The account, with its type, so that {@code ams} works in statically compiled code too.
   *
   * @throws IllegalStateException when the script gave the name another meaning
   */
  public Ams getAms() {
    if (getBinding().hasVariable(AMS) && getBinding().getVariable(AMS) instanceof Ams ams) {
      return ams;
    }
    throw new IllegalStateException("'ams' is not the account here, but something of the script's");
  }

  /**
   * Prints any value, whole, in the format that was asked for on the command line. A variable of
   * the script that has this name and can be called goes first.
   *
   * @param none always empty: it keeps the signature apart from any method that a script may
   *     declare under this name
   */
  public Object show(Object value, Void... none) {
    if (getBinding().hasVariable(SHOW)
        && getBinding().getVariable(SHOW) instanceof Closure<?> own) {
      return own.call(value);
    }
    getAms().show(value);
    return null;
  }

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
