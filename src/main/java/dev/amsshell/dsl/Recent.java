package dev.amsshell.dsl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** An answer that is asked for anew once it is too old to be shared. Failures are never kept. */
final class Recent<T> {
  private final Clock clock;
  private final Duration sharedFor;
  private final Supplier<T> source;
  private T answer;
  private Instant askedAt;

  Recent(Clock clock, Duration sharedFor, Supplier<T> source) {
    this.clock = clock;
    this.sharedFor = sharedFor;
    this.source = source;
  }

  synchronized T get() {
    Instant now = clock.instant();
    // a clock that was set back makes an answer old, too
    if (askedAt == null || now.isBefore(askedAt) || !now.isBefore(askedAt.plus(sharedFor))) {
      askedAt = null;
      answer = source.get();
      askedAt = now;
    }
    return answer;
  }

  /** Asks anew the next time. */
  synchronized void forget() {
    askedAt = null;
  }
}
