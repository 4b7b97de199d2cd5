package dev.amsshell.script;

/** What is in a {@code where { }} that cannot be translated, and where it is. */
final class WhereProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;

  WhereProblem(String message, int line, int column) {
    super(message, null, false, false);
    this.line = line;
    this.column = column;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }
}
