package dev.amsshell.sandbox.http;

/** A request that is answered with an error; the message is sent to the client. */
public final class Refusal extends RuntimeException {

  private final int status;

  /**
   * @param status the HTTP status, 400 or above
   */
  public Refusal(int status, String message) {
    super(message);
    this.status = status;
  }

  /** A request that the service cannot make sense of, or does not support: 400. */
  public static Refusal badRequest(String message) {
    return new Refusal(400, message);
  }

  /** Something that is not there: 404, in the words of the framework (wire sheet 7.2). */
  public static Refusal noSuchResource(String segment) {
    return new Refusal(404, "Resource not found for the segment '" + segment + "'.");
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}
