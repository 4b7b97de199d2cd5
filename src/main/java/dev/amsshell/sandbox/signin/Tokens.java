package dev.amsshell.sandbox.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The book of the tokens that were given out, and the fixed one the sandbox was started with. */
public final class Tokens {

  /** What the book says of a token. */
  public enum Standing {
    /** It opens what it is for. */
    ACCEPTED,
    /** It is genuine, but who it was given to has no role on the account. */
    WITHOUT_ROLE,
    /** It is genuine, but opens something else. */
    OTHER_AUDIENCE,
    /** It was accepted once. */
    EXPIRED,
    /** It was never given out here. */
    UNKNOWN
  }

  private record Issued(Audience audience, boolean role, Instant expires) {}

  /** Older entries are forgotten; no client keeps that many. */
  private static final int LARGEST = 10_000;

  private final String fixed;
  private final Instant fixedExpires;
  private final Clock clock;
  private final Map<String, Issued> book =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Issued> eldest) {
          return size() > LARGEST;
        }
      };

  /**
   * A book with nothing in it but the fixed token.
   *
   * @param fixedExpires when it expires, {@link Instant#MAX} for never
   */
  public Tokens(String fixed, Instant fixedExpires, Clock clock) {
    this.fixed = fixed;
    this.fixedExpires = fixedExpires;
    this.clock = clock;
  }

  /** Writes down a token that is given out. */
  synchronized void admit(String token, Audience audience, boolean role, Instant expires) {
    book.put(token, new Issued(audience, role, expires));
  }

  /** Lets a token expire at once; the fixed one is left alone, since nobody could get another. */
  public synchronized void revoke(String token) {
    book.computeIfPresent(
        token, (text, entry) -> new Issued(entry.audience(), entry.role(), Instant.MIN));
  }

  /** Whether a token opens this now. */
  public synchronized Standing standing(String token, Audience audience) {
    Issued entry =
        token.equals(fixed) ? new Issued(Audience.MEDIA, true, fixedExpires) : book.get(token);
    if (entry == null) {
      return Standing.UNKNOWN;
    }
    if (entry.audience() != audience) {
      return Standing.OTHER_AUDIENCE;
    }
    // no clock is needed for what never expires
    if (entry.expires() != Instant.MAX && !clock.instant().isBefore(entry.expires())) {
      return Standing.EXPIRED;
    }
    return entry.role() ? Standing.ACCEPTED : Standing.WITHOUT_ROLE;
  }
}
