package dev.amsshell.render;

/** How values are written. */
public enum Format {
  /** For people. */
  TABLE,
  /** One JSON value. */
  JSON,
  /** One line of JSON for each row. */
  NDJSON,
  /** For spreadsheets: a header, then a line for each row. */
  CSV;

  /** Whether the reader is a program that expects JSON, of errors too. */
  public boolean isJson() {
    return this == JSON || this == NDJSON;
  }
}
