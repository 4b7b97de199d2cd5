package dev.amsshell.auth;

import dev.amsshell.base.Failure;
import dev.amsshell.transport.TokenSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Tokens that are renewed some time before they expire. As long as one is good, a directory that
 * does not answer is no reason to fail.
 */
final class RenewedTokens implements TokenSource {
  /** A token is renewed so long before it expires; one that lives for short, a quarter of that. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private static final int PART = 4;

  /** After a renewal that failed, the next is tried so much later. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Supplier<Issuer> source;
  private final Clock clock;
  private Issuer issuer;
  private Issued current;
  private Instant renewAt;

  /**
   * @param source makes what gives out tokens, when the first is needed
   */
  RenewedTokens(Supplier<Issuer> source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  @Override
  public synchronized String token() {
    Instant now = clock.instant();
    if (current == null || !now.isBefore(current.expires())) {
      take(issuer().issue(current != null), now);
    } else if (!now.isBefore(renewAt)) {
      renewAhead(now);
    }
    return current.token();
  }

  /** Several requests may have been refused with one token; they share the next. */
  @Override
  public synchronized String renewed(String refused) {
    if (current == null || refused.equals(current.token())) {
      take(issuer().issue(true), clock.instant());
    }
    return current.token();
  }

  @Override
  public synchronized String whenRefused() {
    return issuer().whenRefused();
  }

  private Issuer issuer() {
    if (issuer == null) {
      issuer = source.get();
    }
    return issuer;
  }

  private void renewAhead(Instant now) {
    try {
      take(issuer().issue(true), now);
    } catch (Failure e) {
      // this one is good for a while yet; if nothing changes, that is told when it is not
      renewAt = now.plus(PAUSE);
    }
  }

  private void take(Issued issued, Instant now) {
    current = issued;
    Duration part = Duration.between(now, issued.expires()).dividedBy(PART);
    renewAt = issued.expires().minus(part.compareTo(AHEAD) < 0 ? part : AHEAD);
  }

  @Override
  public String toString() {
    return "RenewedTokens";
  }
}
