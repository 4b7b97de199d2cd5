package dev.amsshell.sandbox.faults;

import java.time.Duration;

/**
 * What goes wrong, when, and for whom.
 *
 * @param from how long after the start of the sandbox it begins
 * @param until when it ends, null for never
 * @param after whether the work is done all the same and only the answer is lost
 * @param status the status of the answer, 0 for the usual one of the kind
 * @param text the message, null for the usual one
 * @param retryAfter what Retry-After says, null for none
 * @param retryAfterDate whether it says it as a date
 * @param over how long a slow body takes, in real time; null for any other kind
 */
public record FaultRule(
    FaultKind kind,
    RequestPattern requests,
    Frequency frequency,
    Duration from,
    Duration until,
    boolean after,
    int status,
    String text,
    Duration retryAfter,
    boolean retryAfterDate,
    Duration over) {

  /** A rule that strikes every request of the API. */
  public static FaultRule of(FaultKind kind) {
    return new FaultRule(
        kind,
        RequestPattern.API,
        Frequency.ALWAYS,
        Duration.ZERO,
        null,
        false,
        0,
        null,
        null,
        false,
        null);
  }

  boolean isDue(Duration sinceStart) {
    return sinceStart.compareTo(from) >= 0 && (until == null || sinceStart.compareTo(until) < 0);
  }

  /** The status of its answer, 0 when there is none of its own. */
  int answeredStatus() {
    return status == 0 ? kind.status() : status;
  }
}
