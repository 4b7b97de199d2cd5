package dev.amsshell.render;

/**
 * A column of a table.
 *
 * @param heading what stands above it; also how its cells are found
 * @param kind how its cells are laid out
 * @param keep the higher, the longer it stays when room is scarce; {@link #ALWAYS} to the end
 */
record Column(String heading, Kind kind, int keep) {
  static final int ALWAYS = Integer.MAX_VALUE;

  private static final int LEAST_NAME = 16;
  private static final int LEAST_TEXT = 12;

  enum Kind {
    /** May be shortened. */
    TEXT,
    /** Never shortened. */
    FIXED,
    /** Never shortened, and on a line of its own before it would have to be. */
    ID,
    /** Aligned to the right. */
    NUMBER,
    /** The state of a job or a task. */
    STATE;

    /** Whether cells hold words, and not only digits and units. */
    boolean isText() {
      return this == TEXT || this == ID || this == STATE;
    }
  }

  /** The width below which it is of no use, when its widest cell has the given one. */
  int least(int natural) {
    return kind == Kind.TEXT
        ? Math.min(natural, keep == ALWAYS ? LEAST_NAME : LEAST_TEXT)
        : natural;
  }
}
