package dev.amsshell.transport;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How often a read is tried and how long to wait between tries: exponential with full jitter. The
 * default follows the official client's four retries between 100 ms and 1.6 s (wire sheet 7.2).
 *
 * @param attempts tries in all, at least one
 * @param first the longest wait before the second try; it doubles from there
 * @param cap the longest wait of all
 * @param random draws from 0 (inclusive) to 1 (exclusive)
 */
public record Backoff(int attempts, Duration first, Duration cap, DoubleSupplier random) {
  /** The budget of an ordinary read. */
  public static Backoff standard(DoubleSupplier random) {
    return new Backoff(5, Duration.ofMillis(200), Duration.ofMillis(1600), random);
  }

  /** The wait after the given failed attempt, counted from 1. */
  public Duration after(int attempt) {
    long ceiling = Math.min(cap.toMillis(), first.toMillis() << Math.min(attempt - 1, 20));
    return Duration.ofMillis(Math.round(ceiling * random.getAsDouble()));
  }
}
