package dev.amsshell.sandbox.account;

import java.time.Duration;
import java.time.Instant;

/**
 * When a job or a task passes from state to state. It is fixed from the start; what the state is
 * depends only on the instant at which one asks.
 *
 * @param scheduled null when it was canceled while queued
 * @param started null when it was canceled before its work began
 * @param cancelRequested null when nobody asked to cancel it
 * @param outcome the final state, reached at {@code ended}
 */
public record Timeline(
    Instant created,
    Instant scheduled,
    Instant started,
    Instant cancelRequested,
    Instant ended,
    JobState outcome) {

  JobState stateAt(Instant now) {
    if (passed(ended, now)) {
      return outcome;
    }
    if (passed(cancelRequested, now)) {
      return JobState.CANCELING;
    }
    if (passed(started, now)) {
      return JobState.PROCESSING;
    }
    return passed(scheduled, now) ? JobState.SCHEDULED : JobState.QUEUED;
  }

  Instant lastChangeAt(Instant now) {
    Instant last = created;
    for (Instant change : new Instant[] {scheduled, started, cancelRequested, ended}) {
      if (passed(change, now) && change.isAfter(last)) {
        last = change;
      }
    }
    return last;
  }

  Instant startedAt(Instant now) {
    return passed(started, now) ? started : null;
  }

  Instant endedAt(Instant now) {
    return passed(ended, now) ? ended : null;
  }

  /** How much of the time of work has gone by, from 0 to 1. */
  double shareDoneAt(Instant now) {
    if (!passed(started, now)) {
      return 0;
    }
    if (passed(ended, now)) {
      return 1;
    }
    return (double) millis(started, now) / millis(started, ended);
  }

  /**
   * Whole milliseconds of processor time, below the wall time; 0 until the end, as in the captured
   * sample of a job in state 2 (wire sheet 4.6 and 5.4).
   */
  double runningDurationAt(Instant now, double processorShare) {
    if (started == null || !passed(ended, now)) {
      return 0;
    }
    return Math.floor(millis(started, ended) * processorShare);
  }

  private static long millis(Instant from, Instant to) {
    return Duration.between(from, to).toMillis();
  }

  private static boolean passed(Instant milestone, Instant now) {
    return milestone != null && !milestone.isAfter(now);
  }
}
