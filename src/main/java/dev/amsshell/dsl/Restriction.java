package dev.amsshell.dsl;

import dev.amsshell.job.JobState;
import dev.amsshell.query.Condition;
import java.time.Instant;
import java.util.Set;

/** A restriction whose meaning is settled only when the query runs. */
@FunctionalInterface
interface Restriction {
  /**
   * What must hold of a row.
   *
   * @param now when the query runs
   * @param states the states that the other restrictions on the same rows leave possible
   */
  Settled at(Instant now, Set<JobState> states);

  /**
   * A restriction that says what it means.
   *
   * @param condition what must hold
   * @param note how it was understood; empty when there was no choice
   */
  record Settled(Condition condition, String note) {}
}
