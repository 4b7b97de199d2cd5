package dev.amsshell.render;

import dev.amsshell.base.Failure;

/** A row has something to say that the header, which is long written, has no column for. */
final class UnexpectedColumn extends Failure {
  UnexpectedColumn(String key) {
    super(
        Kind.USAGE,
        "a row has '" + key + "', which is not in the header of the CSV",
        "Give all rows the same keys, or use --output ndjson, whose lines may differ.",
        null);
  }
}
