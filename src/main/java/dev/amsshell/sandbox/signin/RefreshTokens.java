package dev.amsshell.sandbox.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Refresh tokens of users. Each use gives a new one, and the old one stays good, so that who did
 * not get the answer can ask again.
 */
final class RefreshTokens {

  /**
   * What a refresh token stands for.
   *
   * @param clientId the application the user signed in with
   * @param revoked when it was revoked, null while it is good
   */
  record Session(String clientId, Principal user, Scope scope, Instant issued, Instant revoked) {}

  private static final Duration UNUSED = Duration.ofDays(90);
  private static final int LARGEST = 10_000;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> sessions =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
          return size() > LARGEST;
        }
      };

  RefreshTokens(Clock clock) {
    this.clock = clock;
  }

  synchronized String issue(String clientId, Principal user, Scope scope) {
    byte[] bytes = new byte[48];
    random.nextBytes(bytes);
    String token = "0.A" + Jwt.encode(bytes);
    sessions.put(token, new Session(clientId, user, scope, clock.instant(), null));
    return token;
  }

  /**
   * What the token stands for.
   *
   * @throws AadRefusal when it is unknown, another application's, revoked, or too old
   */
  synchronized Session use(String token, String clientId) {
    Session session = sessions.get(token);
    if (session == null || !session.clientId().equalsIgnoreCase(clientId)) {
      throw AadRefusal.invalidGrant(
          70000, "Provided grant is invalid or malformed: the refresh token is not known.");
    }
    Instant now = clock.instant();
    Instant revoked = session.user().revoked() ? now : session.revoked();
    if (revoked != null) {
      throw AadRefusal.badToken(
          50173,
          "The provided grant has expired due to it being revoked, a fresh auth token is needed."
              + " The user might have changed or reset their password. The grant was issued on"
              + " '%s' and the TokensValidFrom date (before which tokens are not valid) for this user is '%s'."
                  .formatted(session.issued(), revoked));
    }
    if (!now.isBefore(session.issued().plus(UNUSED))) {
      throw AadRefusal.badToken(
          700082,
          "The refresh token has expired due to inactivity. The token was inactive for"
              + " 90.00:00:00.");
    }
    return session;
  }

  /** None of those that were given out until now is good any more. */
  synchronized void revoke() {
    Instant now = clock.instant();
    sessions.replaceAll(
        (token, was) -> new Session(was.clientId(), was.user(), was.scope(), was.issued(), now));
  }
}
