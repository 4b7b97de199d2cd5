package dev.amsshell.sandbox.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sign-ins that wait for a user at another device (RFC 8628). */
final class DeviceCodes {

  static final Duration LIFETIME = Duration.ofMinutes(15);
  static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final int LARGEST = 10_000;

  /** Letters and digits that are not taken for one another. */
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  /** What a device is told to show, and what it asks with. */
  record Code(String deviceCode, String userCode) {
    /** Does not say the device's half. */
    @Override
    public String toString() {
      return "Code[" + userCode + "]";
    }
  }

  /** A sign-in that was approved. */
  record Approved(String clientId, Principal user, Scope scope) {}

  private record Pending(
      String userCode,
      String clientId,
      Scope scope,
      Instant expires,
      Instant polled,
      Principal user,
      boolean declined) {

    Pending polledAt(Instant now) {
      return new Pending(userCode, clientId, scope, expires, now, user, declined);
    }

    Pending decidedBy(Principal who) {
      return new Pending(userCode, clientId, scope, expires, polled, who, who == null);
    }
  }

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** Those who wait for longest are forgotten when there are too many. */
  private final Map<String, Pending> pending =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pending> eldest) {
          return size() > LARGEST;
        }
      };

  DeviceCodes(Clock clock) {
    this.clock = clock;
  }

  synchronized Code begin(String clientId, Scope scope) {
    Instant now = clock.instant();
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    Code code = new Code(Jwt.encode(bytes), userCode());
    pending.put(
        code.deviceCode(),
        new Pending(
            code.userCode(), clientId, scope, now.plus(LIFETIME), Instant.MIN, null, false));
    return code;
  }

  /**
   * The user's decision.
   *
   * @param user who signs in, null to decline
   * @return whether somebody waits for this code
   */
  synchronized boolean decide(String userCode, Principal user) {
    String plain = userCode.strip().toUpperCase(Locale.ROOT);
    Optional<String> device =
        pending.entrySet().stream()
            .filter(entry -> entry.getValue().userCode().equals(plain))
            .filter(entry -> clock.instant().isBefore(entry.getValue().expires()))
            .map(Map.Entry::getKey)
            .findFirst();
    device.ifPresent(each -> pending.computeIfPresent(each, (key, was) -> was.decidedBy(user)));
    return device.isPresent();
  }

  /**
   * The sign-in, once it was approved; it can be fetched once.
   *
   * @throws AadRefusal as long as it is not, or when it never will be
   */
  synchronized Approved poll(String deviceCode, String clientId) {
    Instant now = clock.instant();
    Pending found = pending.get(deviceCode);
    if (found == null || !found.clientId().equalsIgnoreCase(clientId)) {
      throw new AadRefusal(
          400,
          "bad_verification_code",
          70018,
          "Invalid verification code due to user typing in wrong user code for device code flow.");
    }
    if (!now.isBefore(found.expires())) {
      throw new AadRefusal(400, "expired_token", 70020, "The device code has expired.");
    }
    if (found.declined()) {
      throw new AadRefusal(
          400, "authorization_declined", 70000, "The end user has denied the authorization.");
    }
    if (found.user() != null) {
      pending.remove(deviceCode);
      return new Approved(found.clientId(), found.user(), found.scope());
    }
    pending.put(deviceCode, found.polledAt(now));
    if (found.polled() != Instant.MIN && now.isBefore(found.polled().plus(INTERVAL))) {
      throw new AadRefusal(
          400,
          "slow_down",
          70016,
          "The device code is asked for more often than every " + INTERVAL.toSeconds() + " s.");
    }
    throw new AadRefusal(
        400,
        "authorization_pending",
        70016,
        "OAuth 2.0 device flow error. Authorization is pending. Continue polling.");
  }

  private String userCode() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return code.toString();
  }
}
