package dev.amsshell.sandbox.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sign-ins in a browser whose code was not yet exchanged for tokens (RFC 6749 4.1, RFC 7636). */
final class AuthorizationCodes {

  static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final int LARGEST = 10_000;

  /**
   * What a code stands for.
   *
   * @param redirectUri where the browser was sent with it
   * @param challenge the hash of what the application must show to exchange it
   */
  record Grant(
      String clientId, String redirectUri, String challenge, Principal user, Scope scope) {}

  private record Kept(Grant grant, Instant expires, boolean redeemed) {}

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Kept> codes =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > LARGEST;
        }
      };

  AuthorizationCodes(Clock clock) {
    this.clock = clock;
  }

  synchronized String issue(Grant grant) {
    byte[] bytes = new byte[48];
    random.nextBytes(bytes);
    String code = "0.A" + Jwt.encode(bytes);
    codes.put(code, new Kept(grant, clock.instant().plus(LIFETIME), false));
    return code;
  }

  /**
   * What the code stands for; it can be exchanged once.
   *
   * @throws AadRefusal unless it is this application's, sent to this address, with the verifier of
   *     its challenge, in time and for the first time
   */
  synchronized Grant redeem(String code, String clientId, String redirectUri, String verifier) {
    Kept kept = codes.get(code);
    if (kept == null || !kept.grant().clientId().equalsIgnoreCase(clientId)) {
      throw AadRefusal.invalidGrant(
          70000, "Provided grant is invalid or malformed: the authorization code is not known.");
    }
    if (kept.redeemed()) {
      throw AadRefusal.invalidGrant(
          54005,
          "OAuth2 Authorization code was already redeemed, please retry with a new valid code or"
              + " use an existing refresh token.");
    }
    if (!clock.instant().isBefore(kept.expires())) {
      throw AadRefusal.invalidGrant(
          70008,
          "The provided authorization code or refresh token has expired due to inactivity. Send a"
              + " new interactive authorization request for this user and resource.");
    }
    if (!kept.grant().redirectUri().equals(redirectUri)) {
      throw AadRefusal.invalidGrant(
          500112,
          "The reply address '%s' does not match the reply address '%s' provided when requesting Authorization code."
              .formatted(redirectUri, kept.grant().redirectUri()));
    }
    if (!kept.grant().challenge().equals(challenge(verifier))) {
      throw AadRefusal.invalidGrant(
          501481,
          "The Code_Verifier does not match the code_challenge supplied in the authorization"
              + " request.");
    }
    codes.put(code, new Kept(kept.grant(), kept.expires(), true));
    return kept.grant();
  }

  /** The challenge of a verifier by the method S256. */
  private static String challenge(String verifier) {
    try {
      byte[] text = verifier.getBytes(StandardCharsets.UTF_8);
      return Jwt.encode(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
