package dev.amsshell.sandbox.signin;

import dev.amsshell.sandbox.http.Request;
import java.util.Optional;

/** The token that a request carries. */
public final class BearerToken {

  private static final String SCHEME = "Bearer ";

  private BearerToken() {}

  /** What stands behind {@code Bearer} in the Authorization header, if anything does. */
  public static Optional<String> of(Request request) {
    return request
        .headers()
        .get("Authorization")
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> value.substring(SCHEME.length()).strip())
        .filter(token -> !token.isEmpty());
  }
}
