package dev.amsshell.sandbox;

/** A request that is answered with an error; the message is sent to the client. */
final class Refusal extends RuntimeException {

  private final int status;

  Refusal(int status, String message) {
    super(message);
    this.status = status;
  }

  static Refusal badRequest(String message) {
    return new Refusal(400, message);
  }

  static Refusal noSuchResource(String segment) {
    return new Refusal(404, "Resource not found for the segment '" + segment + "'.");
  }

  int status() {
    return status;
  }
}
