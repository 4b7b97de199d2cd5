package dev.amsshell.triage;

import java.time.Duration;

/**
 * How long something may last before a job looks stuck. Each is wall time.
 *
 * @param queuedFor in Queued or Scheduled
 * @param idleFor in Processing without any progress
 * @param fullFor in Processing at 100 %, counted from the start of the work: when it got there
 *     nobody says
 * @param cancelingFor in Canceling
 */
public record Limits(
    Duration queuedFor, Duration idleFor, Duration fullFor, Duration cancelingFor) {
  /** What suits most accounts. */
  public static final Limits USUAL =
      new Limits(
          Duration.ofHours(1), Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofMinutes(15));

  /** Processing for shorter than that is never stuck. */
  Duration leastAtWork() {
    return idleFor.compareTo(fullFor) < 0 ? idleFor : fullFor;
  }
}
