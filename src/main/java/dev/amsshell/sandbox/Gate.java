package dev.amsshell.sandbox;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/** Lets in only requests with the token and with a version the service knows (wire sheet 2). */
final class Gate {

  private static final String SCHEME = "Bearer ";

  /** 2.0 to 2.19. */
  private static final Pattern VERSION = Pattern.compile("2\\.(\\d|1\\d)");

  private final byte[] token;

  Gate(String token) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  void requireToken(Headers headers) {
    String authorization = headers.getFirst("Authorization");
    if (authorization == null) {
      throw new Refusal(401, "The Authorization header is missing.");
    }
    boolean bearer = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    byte[] given =
        bearer
            ? authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8)
            : new byte[0];
    if (!MessageDigest.isEqual(token, given)) {
      throw new Refusal(401, "The token in the Authorization header is not valid.");
    }
  }

  /** The header may be replaced by {@code ?api-version=}, for browsers. */
  void requireVersion(Headers headers, QueryString query) {
    String header = headers.getFirst("x-ms-version");
    String version = header != null ? header : query.get("api-version").orElse(null);
    if (version == null) {
      throw Refusal.badRequest("The x-ms-version header is missing.");
    }
    if (!VERSION.matcher(version.strip()).matches()) {
      throw Refusal.badRequest(
          "The x-ms-version '" + version + "' is not supported: 2.0 to 2.19 are.");
    }
  }
}
