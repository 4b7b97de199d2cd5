package dev.amsshell.script.analysis;

/**
 * A piece of a text of Groovy.
 *
 * @param start where it begins
 * @param end where the next one begins
 */
public record Token(Kind kind, int start, int end) {
  /** What a piece can be. */
  public enum Kind {
    KEYWORD,
    NAME,
    NUMBER,
    /** A string, or what is between two expressions in one, its quotes included. */
    STRING,
    COMMENT,
    /** A bracket of any kind, be it open or closed. */
    BRACKET,
    OPERATOR,
    LINE_BREAK,
    BLANK,
    /** A bracket that closes nothing, or a string that does not end on its line. */
    WRONG;

    /** Whether it means something to the compiler. */
    public boolean isCode() {
      return this != COMMENT && this != BLANK && this != LINE_BREAK;
    }
  }

  /** Whether it is the second half of ++ or --, which end a value rather than wait for one. */
  boolean isStep(String text) {
    String pair = text.substring(Math.max(0, end - 2), end);
    return kind == Kind.OPERATOR && (pair.equals("++") || pair.equals("--"));
  }

  /** Its part of the text that it was found in. */
  public String in(String text) {
    return text.substring(start, end);
  }
}
