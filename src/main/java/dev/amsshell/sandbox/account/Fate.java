package dev.amsshell.sandbox.account;

import java.time.Duration;

/**
 * What is in store for jobs.
 *
 * @param named a pattern of names with {@code *} and {@code ?}, for jobs that are submitted
 * @param error how one of its tasks fails, null when none does
 * @param work how long its work takes in real life, null for a drawn time; speed shortens it
 * @param sticksAt the progress in per cent at which it stays for ever, null when it goes on
 * @param vanishesAfter how long after the start, or after it was submitted, its record is purged,
 *     in calendar time; null when it is not
 */
public record Fate(
    String named, ErrorDetail error, Duration work, Double sticksAt, Duration vanishesAfter) {

  /** Nothing special. */
  public static final Fate ORDINARY = new Fate("*", null, null, null, null);

  static Fate failing(ErrorDetail error) {
    return new Fate("*", error, null, null, null);
  }

  static Fate taking(Duration work) {
    return new Fate("*", null, work, null, null);
  }
}
