package dev.amsshell.sandbox.account;

import java.time.Duration;
import java.time.Instant;

/**
 * When a job or a task passes from state to state, as far as it is decided; milestones may lie in
 * the future. What the state is depends only on them and on the instant at which one asks.
 *
 * @param scheduled when it was given a reserved unit, null as long as it has none
 * @param started when its work begins, null when it was canceled before
 * @param cancelRequested null when nobody asked to cancel it
 * @param ended null as long as its end is not decided
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

  /**
   * How much of the time of work has gone by, from 0 to 1.
   *
   * @param due when the work will be done if nothing happens
   */
  double shareDoneAt(Instant now, Instant due) {
    if (!passed(started, now)) {
      return 0;
    }
    Instant until = passed(ended, now) ? ended : now;
    return until.isBefore(due) ? (double) millis(started, until) / millis(started, due) : 1;
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
