package dev.amsshell.render;

import java.util.stream.Stream;

/** Texts below each other. */
final class Columns {
  private Columns() {}

  static int widest(Stream<String> texts) {
    return texts.mapToInt(TextWidth::of).max().orElse(0);
  }

  /** The text at the right end of so many columns. */
  static String right(String text, int columns) {
    return " ".repeat(Math.max(0, columns - TextWidth.of(text))) + text;
  }
}
