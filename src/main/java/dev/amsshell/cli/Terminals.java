package dev.amsshell.cli;

import java.io.Console;
import java.util.List;

/**
 * Which of the standard streams are terminals.
 *
 * @param in whether stdin is one
 * @param out whether stdout is one
 * @param err whether stderr is one
 */
record Terminals(boolean in, boolean out, boolean err) {
  /** Set by the launcher, which can ask the system: the streams that are terminals, by comma. */
  static final String PROPERTY = "ams-shell.terminals";

  static Terminals detect() {
    String told = System.getProperty(PROPERTY);
    if (told != null) {
      List<String> streams = List.of(told.split(","));
      return new Terminals(
          streams.contains("in"), streams.contains("out"), streams.contains("err"));
    }
    // Java alone knows of stdin and stdout only together; stderr is taken to be where they are
    boolean all = isTerminal(System.console());
    return new Terminals(all, all, all);
  }

  /** From Java 22 on there may be a console without a terminal, and a method that tells. */
  private static boolean isTerminal(Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
