package dev.amsshell.sandbox.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Refresh tokens of users. Each is good for one use, which gives a new one. */
final class RefreshTokens {

  /**
   * What a refresh token stands for.
   *
   * @param clientId the application the user signed in with
   */
  record Session(String clientId, Principal user, Scope scope, Instant expires) {}

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
    sessions.put(token, new Session(clientId, user, scope, clock.instant().plus(UNUSED)));
    return token;
  }

  /**
   * What the token stands for; it cannot be used again.
   *
   * @throws AadRefusal when it is unknown, used up, another application's, or too old
   */
  synchronized Session use(String token, String clientId) {
    Session session = sessions.get(token);
    if (session == null || !session.clientId().equalsIgnoreCase(clientId)) {
      throw AadRefusal.invalidGrant(
          70000, "Provided grant is invalid or malformed: the refresh token is not known.");
    }
    sessions.remove(token);
    if (!clock.instant().isBefore(session.expires())) {
      throw AadRefusal.invalidGrant(
          700082,
          "The refresh token has expired due to inactivity. The token was inactive for"
              + " 90.00:00:00.");
    }
    return session;
  }
}
