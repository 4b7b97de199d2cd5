package dev.amsshell.script.analysis;

import java.util.List;

/** The quotes of a string in a text of Groovy, of which a piece may have both, one or none. */
final class Quotes {
  /** The longer before those they begin with. */
  private static final List<String> ALL = List.of("\"\"\"", "'''", "\"", "'", "$/", "/");

  private Quotes() {}

  /** The quote that a piece begins with, or nothing. */
  static String opening(String piece) {
    return ALL.stream().filter(piece::startsWith).findFirst().orElse("");
  }

  /**
   * A piece of a string with three stars in it, and whichever quotes it has; a number becomes such
   * a string.
   */
  static String masked(String piece) {
    if (piece.matches("\\d[\\w.]*")) {
      return "'***'";
    }
    String opening = opening(piece);
    String rest = piece.substring(opening.length());
    String closing =
        ALL.stream().map(Quotes::closing).filter(rest::endsWith).findFirst().orElse("");
    return harmless(opening) + "***" + harmless(closing);
  }

  private static String closing(String opening) {
    return opening.equals("$/") ? "/$" : opening;
  }

  /** Stars after a slash would begin a comment. */
  private static String harmless(String quote) {
    return quote.equals("/") ? "'" : quote;
  }
}
