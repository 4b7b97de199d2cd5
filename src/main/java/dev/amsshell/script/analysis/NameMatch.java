package dev.amsshell.script.analysis;

import java.util.regex.Pattern;

/** How well names fit the beginning of one. */
final class NameMatch {
  private static final int NONE = 3;

  private final String begun;
  private final Pattern humps;

  /**
   * @param begun a beginning, in any letter case; its capitals may also be those within a name, as
   *     in {@code aA} for {@code awaitAny}
   */
  NameMatch(String begun) {
    this.begun = begun;
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < begun.length(); i++) {
      String character = Pattern.quote(begun.substring(i, i + 1));
      boolean isCapital = Character.isUpperCase(begun.charAt(i));
      pattern.append(
          i == 0 ? "(?i:" + character + ")" : isCapital ? "[^\\p{Lu}]*" + character : character);
    }
    humps = Pattern.compile(pattern + ".*", Pattern.DOTALL);
  }

  /** Whether a name fits at all. */
  boolean fits(String name) {
    return rank(name) < NONE;
  }

  /** How well a name fits; lower is better, and 0 is one that begins so. */
  int rank(String name) {
    if (name.startsWith(begun)) {
      return 0;
    }
    if (name.regionMatches(true, 0, begun, 0, begun.length())) {
      return 1;
    }
    return humps.matcher(name).matches() ? 2 : NONE;
  }
}
