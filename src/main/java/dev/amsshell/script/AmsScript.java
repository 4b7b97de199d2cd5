package dev.amsshell.script;

import dev.amsshell.dsl.Ams;
import groovy.lang.Closure;
import groovy.lang.Script;
import java.util.Map;

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
   * Makes a check, tells what came of it, and goes on: {@code check('none failed') { .. }}. The
   * last expression of the closure is asserted. What goes wrong in it is the outcome of the check.
   * A variable of the script that has this name and can be called goes first.
   *
   * @param none always empty, as of {@link #show}
   */
  public Object check(Object name, Object body, Void... none) {
    return check(Map.of(), name, body);
  }

  /**
   * The same with options.
   *
   * @param options {@code warn: true} makes a failure a warning; {@code jobs:} names the jobs
   *     concerned, which the closure is given
   */
  public Object check(Map<String, ?> options, Object name, Object body, Void... none) {
    return new CheckWords(this).check(options, name, body);
  }

  /** Something is missing, and is asked for. */
  public Object check(Object only, Void... none) {
    // of a value that is null Groovy thinks that it may be none
    return none == null || none.length > 0
        ? new CheckWords(this).check(Map.of(), only, null)
        : new CheckWords(this).incomplete("check", only);
  }

  /** Something is missing, and is asked for. */
  public Object expect(Object only, Void... none) {
    return none == null || none.length > 0
        ? new CheckWords(this).expect(Map.of(), only, null)
        : new CheckWords(this).incomplete("expect", only);
  }

  /** Without a threshold nothing can be said of a value, so that this is an error of the check. */
  public Object expect(Object name, Object value, Void... none) {
    // of a value that is null Groovy thinks that it may be none
    return name instanceof Map<?, ?> options
        ? new CheckWords(this).expect(options, value, null)
        : new CheckWords(this).expect(Map.of(), name, value);
  }

  /**
   * Makes a check of a value against thresholds, tells what came of it, and goes on: {@code
   * expect('queue', max: 5) { .. }}. A variable of the script that has this name and can be called
   * goes first.
   *
   * @param options {@code min}, {@code max}, {@code warnMin}, {@code warnMax}, both ends included,
   *     and {@code jobs} as of {@link #check}
   * @param value a number or a duration, or a closure that comes to one
   * @param none always empty, as of {@link #show}
   */
  public Object expect(Map<String, ?> options, Object name, Object value, Void... none) {
    return new CheckWords(this).expect(options, name, value);
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
