package dev.amsshell.triage;

import java.time.Duration;
import java.util.List;

/**
 * How long things took.
 *
 * @param count how many things
 * @param median what half of them took at most; null when there are none
 * @param p95 what 95 of 100 took at most; null when there are none
 */
public record Quantiles(int count, Duration median, Duration p95) {
  static Quantiles of(List<Duration> durations) {
    List<Duration> sorted = durations.stream().sorted().toList();
    return new Quantiles(sorted.size(), at(sorted, 0.5), at(sorted, 0.95));
  }

  /** The nearest rank: always one of the things themselves. */
  private static Duration at(List<Duration> sorted, double share) {
    return sorted.isEmpty() ? null : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  /**
   * The same of a span of time and of the span before it.
   *
   * @param now of the span
   * @param before of the same time before it
   */
  public record Compared(Quantiles now, Quantiles before) {}
}
