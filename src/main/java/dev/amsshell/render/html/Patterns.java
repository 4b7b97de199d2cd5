package dev.amsshell.render.html;

import dev.amsshell.render.page.Tone;

/**
 * What tones are covered with: each has a pattern besides its colour, or none as the only one, so
 * that they can be told apart in grey and by those who see no colours.
 */
final class Patterns {
  private static final int SIZE = 6;

  private Patterns() {}

  static void write(Html html) {
    html.open("svg", "class", "unseen", "aria-hidden", "true", "width", 0, "height", 0);
    html.open("defs");
    for (Tone tone : Tone.values()) {
      html.open(
          "pattern",
          "id",
          "fill-" + Writer.tone(tone),
          "class",
          "ink-" + Writer.tone(tone),
          "width",
          SIZE,
          "height",
          SIZE,
          "patternUnits",
          "userSpaceOnUse");
      html.open("path", "d", path(tone)).close();
      html.close();
    }
    html.close().closeLine();
  }

  private static String path(Tone tone) {
    return switch (tone) {
      case WAITING -> "M-1 1L1-1M0 6L6 0M5 7L7 5";
      case BUSY -> "M0 3H6";
      case GOOD -> "M0 0";
      case PLAIN -> "M1 1H3M4 4H6";
      case BAD -> "M0 0L6 6M0 6L6 0";
      case WARN -> "M3 0V6";
    };
  }
}
