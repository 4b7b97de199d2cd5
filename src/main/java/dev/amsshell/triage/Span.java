package dev.amsshell.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A span of time.
 *
 * @param from included
 * @param to excluded
 */
record Span(Instant from, Instant to) {
  /** So many steps can still be told apart in a picture. */
  private static final int MOST_STEPS = 72;

  private static final List<Duration> STEPS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofDays(1));

  /** Below that, a picture by the hour would show nothing; and what is enough of shorter steps. */
  private static final int FEWEST_STEPS = 4;

  private static final int ENOUGH_STEPS = 36;

  boolean contains(Instant moment) {
    return moment != null && !moment.isBefore(from) && moment.isBefore(to);
  }

  Duration length() {
    return Duration.between(from, to);
  }

  /** The same time before it. */
  Span before() {
    return new Span(from.minus(length()), from);
  }

  /**
   * How long a step is that divides it for a picture: an hour, unless that makes too few or too
   * many.
   */
  Duration step() {
    Duration hour = Duration.ofHours(1);
    boolean isLong = length().compareTo(hour.multipliedBy(MOST_STEPS)) > 0;
    boolean isShort = length().compareTo(hour.multipliedBy(FEWEST_STEPS)) < 0;
    if (!isLong && !isShort) {
      return hour;
    }
    return STEPS.stream()
        .filter(step -> length().dividedBy(step) < (isShort ? ENOUGH_STEPS : MOST_STEPS))
        .findFirst()
        .orElseGet(() -> Duration.ofDays(length().toDays() / MOST_STEPS + 1));
  }

  /** How many steps there are; the last may be a short one. */
  int steps() {
    long nanos = step().toNanos();
    return (int) Math.max(1, (length().toNanos() + nanos - 1) / nanos);
  }

  /** The step in which a moment lies, which is in this span. */
  int stepOf(Instant moment) {
    return (int) Duration.between(from, moment).dividedBy(step());
  }
}
