package dev.amsshell.await;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * When to look again: soon at first, since many jobs are short, then ever less often, and more
 * often again near the expected end. A service in trouble is left in peace for longer.
 *
 * @param random draws from 0 (inclusive) to 1 (exclusive), so that many who began together do not
 *     go on together
 */
record Pace(DoubleSupplier random) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration LONGEST_IN_TROUBLE = Duration.ofMinutes(1);

  /** The part of its age after which a wait looks again. */
  private static final int OF_AGE = 20;

  /** The part of the time to the expected end. */
  private static final int OF_REST = 4;

  /** How many times as long as a look takes the service has for others. */
  private static final int OF_LOOK = 2;

  private static final int MOST_DOUBLINGS = 6;
  private static final double JITTER = 0.2;

  /**
   * The time from one look to the next.
   *
   * @param age how long the wait has lasted
   * @param rest how long until, or since, the expected end; null when nobody knows
   * @param took how long the look took
   * @param troubles how many looks in a row met a service in trouble
   */
  Duration next(Duration age, Duration rest, Duration took, int troubles) {
    Duration interval = bounded(age.dividedBy(OF_AGE), LONGEST);
    if (rest != null) {
      interval = bounded(rest.abs().dividedBy(OF_REST), interval);
    }
    if (troubles > 0) {
      int doublings = Math.min(troubles, MOST_DOUBLINGS);
      interval = bounded(interval.multipliedBy(1L << doublings), LONGEST_IN_TROUBLE);
    } else {
      interval = bounded(longer(interval, took.multipliedBy(OF_LOOK)), LONGEST);
    }
    double factor = 1 - JITTER / 2 + JITTER * random.getAsDouble();
    return Duration.ofMillis(Math.round(interval.toMillis() * factor));
  }

  private static Duration bounded(Duration interval, Duration most) {
    Duration atLeast = longer(interval, SHORTEST);
    return atLeast.compareTo(most) > 0 ? most : atLeast;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
