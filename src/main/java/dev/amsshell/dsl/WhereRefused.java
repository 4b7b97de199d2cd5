package dev.amsshell.dsl;

/** A {@code where { }} that no service can be asked; knows the place in the script. */
public final class WhereRefused extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String file;
  private final int line;
  private final int column;

  WhereRefused(String message, String file, int line, int column) {
    super(message);
    this.file = file;
    this.line = line;
    this.column = column;
  }

  /** The script's file, as stack frames name it. */
  public String file() {
    return file;
  }

  /** The line, from 1. */
  public int line() {
    return line;
  }

  /** The column, from 1. */
  public int column() {
    return column;
  }
}
