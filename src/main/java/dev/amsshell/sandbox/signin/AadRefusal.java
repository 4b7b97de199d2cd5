package dev.amsshell.sandbox.signin;

import dev.amsshell.sandbox.http.Request;
import java.util.Optional;

/** A request that the directory answers with an error. */
final class AadRefusal extends RuntimeException {

  private final int status;
  private final String error;
  private final int code;
  private final String subError;

  /**
   * @param error the name of the error, as OAuth 2.0 spells it
   * @param code the number behind AADSTS
   */
  AadRefusal(int status, String error, int code, String message) {
    this(status, error, code, message, null);
  }

  private AadRefusal(int status, String error, int code, String message, String subError) {
    super(message);
    this.status = status;
    this.error = error;
    this.code = code;
    this.subError = subError;
  }

  static AadRefusal invalidRequest(int code, String message) {
    return new AadRefusal(400, "invalid_request", code, message);
  }

  static AadRefusal invalidGrant(int code, String message) {
    return new AadRefusal(400, "invalid_grant", code, message);
  }

  /** A grant that was good once; only a new sign-in helps. */
  static AadRefusal badToken(int code, String message) {
    return new AadRefusal(400, "invalid_grant", code, message, "bad_token");
  }

  static AadRefusal invalidClient(int code, String message) {
    return new AadRefusal(401, "invalid_client", code, message);
  }

  /**
   * @throws AadRefusal when the request is of another method
   */
  static void requireMethod(Request request, String method) {
    if (!request.method().equals(method)) {
      throw invalidRequest(
          900561,
          "The endpoint only accepts %s requests. Received a %s request."
              .formatted(method, request.method()));
    }
  }

  int status() {
    return status;
  }

  String error() {
    return error;
  }

  int code() {
    return code;
  }

  /** The finer name of the error, where it has one. */
  Optional<String> subError() {
    return Optional.ofNullable(subError);
  }
}
