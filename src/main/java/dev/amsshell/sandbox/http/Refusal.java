package dev.amsshell.sandbox.http;

import java.util.Optional;

/** A request that is answered with an error; the message is sent to the client. */
public final class Refusal extends RuntimeException {

  private final int status;
  private final String allowed;

  /**
   * @param status the HTTP status, 400 or above
   */
  public Refusal(int status, String message) {
    this(status, message, null);
  }

  private Refusal(int status, String message, String allowed) {
    super(message);
    this.status = status;
    this.allowed = allowed;
  }

  /**
   * A method that the resource does not have: 405.
   *
   * @param allowed the methods it has
   */
  public static Refusal notAllowed(String message, String allowed) {
    return new Refusal(405, message, allowed);
  }

  /** A request that the service cannot make sense of, or does not support: 400. */
  public static Refusal badRequest(String message) {
    return new Refusal(400, message);
  }

  /** Something that is not there: 404, in the words of the framework (wire sheet 7.2). */
  public static Refusal noSuchResource(String segment) {
    return new Refusal(404, "Resource not found for the segment '" + segment + "'.");
  }

  /** The methods that are allowed, where that was the trouble. */
  public Optional<String> allowed() {
    return Optional.ofNullable(allowed);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}
