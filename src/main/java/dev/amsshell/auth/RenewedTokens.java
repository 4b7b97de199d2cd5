package dev.amsshell.auth;

import dev.amsshell.base.Cancelled;
import dev.amsshell.base.Failure;
import dev.amsshell.base.PatientLock;
import dev.amsshell.base.SideWork;
import dev.amsshell.transport.TokenSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Tokens that are renewed some time before they expire, while the old one still serves. As long as
 * one is good, a directory that does not answer is no reason to fail, or to wait.
 */
final class RenewedTokens implements TokenSource {
  /** A token is renewed so long before it expires; one that lives for short, a quarter of that. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private static final int PART = 4;

  /** After a renewal that failed, the next is tried so much later. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Supplier<Issuer> source;
  private final Clock clock;
  private final PatientLock issuing = new PatientLock();
  private final AtomicBoolean isRenewing = new AtomicBoolean();
  private Issuer issuer;
  private volatile Current current;

  /**
   * The token that serves.
   *
   * @param renewAt when the next one is to be got
   */
  private record Current(Issued issued, Instant renewAt) {
    String token() {
      return issued.token();
    }

    boolean isGood(Instant now) {
      return now.isBefore(issued.expires());
    }
  }

  /**
   * @param source makes what gives out tokens, when the first is needed
   */
  RenewedTokens(Supplier<Issuer> source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  @Override
  public String token() {
    Instant now = clock.instant();
    Current known = current;
    if (known == null || !known.isGood(now)) {
      return issuing.hold(this::good).token();
    }
    if (!now.isBefore(known.renewAt()) && isRenewing.compareAndSet(false, true)) {
      renewAhead();
    }
    return known.token();
  }

  /** Several requests may have been refused with one token; they share the next. */
  @Override
  public String renewed(String refused) {
    return issuing
        .hold(() -> current == null || refused.equals(current.token()) ? issued(true) : current)
        .token();
  }

  @Override
  public String whenRefused() {
    return issuer().whenRefused();
  }

  /** Somebody else may have got one meanwhile. */
  private Current good() {
    return current != null && current.isGood(clock.instant()) ? current : issued(current != null);
  }

  private Current issued(boolean isFresh) {
    Instant now = clock.instant();
    Issued issued = issuer().issue(isFresh);
    Duration part = Duration.between(now, issued.expires()).dividedBy(PART);
    current = new Current(issued, issued.expires().minus(part.compareTo(AHEAD) < 0 ? part : AHEAD));
    return current;
  }

  private void renewAhead() {
    SideWork<Current> renewal =
        SideWork.start("token renewal", () -> issuing.hold(() -> issued(true)));
    renewal.whenDone(
        () -> {
          try {
            renewal.join();
          } catch (Failure | Cancelled e) {
            // the old one is good for a while yet; if nothing changes, that is told when it is not
            current = new Current(current.issued(), clock.instant().plus(PAUSE));
          } finally {
            isRenewing.set(false);
          }
        });
  }

  private synchronized Issuer issuer() {
    if (issuer == null) {
      issuer = source.get();
    }
    return issuer;
  }

  @Override
  public String toString() {
    return "RenewedTokens";
  }
}
