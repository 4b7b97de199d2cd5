package dev.amsshell.query;

/** Values as a person would write them in a condition. */
final class Words {
  private Words() {}

  static String of(Object value) {
    return value instanceof CharSequence ? "'" + value + "'" : String.valueOf(value);
  }
}
