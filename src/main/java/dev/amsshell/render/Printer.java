package dev.amsshell.render;

/** Writes one value in one format. */
public interface Printer {
  /**
   * The value as text without a final line break, or nothing where the format has nothing to say.
   *
   * @param value anything a script may yield, null included
   */
  String print(Object value);
}
