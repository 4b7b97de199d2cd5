package dev.amsshell.cli;

import java.io.Console;
import java.util.List;

/**
 * Which of the standard streams are terminals, and how wide they are.
 *
 * @param in whether stdin is one
 * @param out whether stdout is one
 * @param err whether stderr is one
 * @param columns the width of the terminal; 0 when it is not known
 */
record Terminals(boolean in, boolean out, boolean err, int columns) {
  static final Terminals NONE = new Terminals(false, false, false, 0);

  /** Set by the launcher, which can ask the system: the streams that are terminals, by comma. */
  static final String PROPERTY = "ams-shell.terminals";

  /** Set by the launcher where stdout is a terminal: its width. */
  static final String COLUMNS_PROPERTY = "ams-shell.columns";

  static Terminals detect() {
    int columns = columns(System.getProperty(COLUMNS_PROPERTY));
    String told = System.getProperty(PROPERTY);
    if (told != null) {
      List<String> streams = List.of(told.split(","));
      return new Terminals(
          streams.contains("in"), streams.contains("out"), streams.contains("err"), columns);
    }
    // Java alone knows of stdin and stdout only together; stderr is taken to be where they are
    boolean all = isTerminal(System.console());
    return new Terminals(all, all, all, columns);
  }

  /** A width as somebody else tells it; 0 when it is none. */
  static int columns(String text) {
    return text != null && text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : 0;
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
