package dev.amsshell.triage;

import java.time.Duration;

/**
 * How long something may last before a job looks stuck. Each is wall time.
 *
 * @param queuedFor in Queued or Scheduled
 * @param idleFor in Processing without any progress
 * @param fullFor in Processing at 100 %, counted from the start of the work: when it got there
 *     nobody says; null for an hour, or for what 95 of 100 jobs take if that is longer
 * @param cancelingFor in Canceling
 */
public record Limits(
    Duration queuedFor, Duration idleFor, Duration fullFor, Duration cancelingFor) {
  /** What suits most accounts. */
  public static final Limits USUAL =
      new Limits(Duration.ofHours(1), Duration.ofMinutes(30), null, Duration.ofMinutes(15));

  private static final Duration FULL = Duration.ofHours(1);

  /**
   * How long a job may go on at 100 %.
   *
   * @param usual what 95 of 100 jobs take
   */
  Duration fullFor(Duration usual) {
    if (fullFor != null) {
      return fullFor;
    }
    return usual.compareTo(FULL) > 0 ? usual : FULL;
  }

  /** Processing for shorter than that is never stuck. */
  Duration leastAtWork() {
    Duration full = fullFor(Duration.ZERO);
    return idleFor.compareTo(full) < 0 ? idleFor : full;
  }
}
