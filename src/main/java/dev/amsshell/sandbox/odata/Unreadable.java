package dev.amsshell.sandbox.odata;

import dev.amsshell.sandbox.http.Refusal;

/** The refusals of a body that cannot be read, in the words of the service (wire sheet 7.1). */
final class Unreadable {

  private Unreadable() {}

  static Refusal because(String reason) {
    return Refusal.badRequest("Parsing request content failed due to: " + reason);
  }

  /**
   * @param line from 1
   * @param column from 1
   */
  static Refusal at(int line, int column, String reason) {
    return because("%s at line %d, column %d.".formatted(reason, line, column));
  }
}
