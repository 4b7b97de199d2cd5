package dev.amsshell.query;

/** Values as a person would write them in a condition. */
final class Spelling {
  private Spelling() {}

  static String of(Object value) {
    return value instanceof CharSequence ? "'" + value + "'" : String.valueOf(value);
  }
}
