package dev.amsshell.render;

import java.io.PrintStream;

/** Writes values in one format. May be used by several threads. */
public interface Printer {
  /**
   * Writes a value with its final line break, or nothing where the format has nothing to say. Of a
   * value that comes row by row, rows are written as they come; what was written stays when a later
   * row fails.
   *
   * @param value anything a script may yield, null included
   */
  void print(Object value, PrintStream out);
}
