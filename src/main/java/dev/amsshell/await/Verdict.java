package dev.amsshell.await;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.job.JobState;
import java.util.Comparator;

/**
 * What came of waiting for one job.
 *
 * @param id the job
 * @param job as it was last seen, with its tasks unless they could not be read; null when it never
 *     was
 * @param end what ended the wait
 */
public record Verdict(JobId id, Job job, End end) {
  /** What ended first comes first. */
  static final Comparator<Job> BY_END =
      Comparator.comparing(Job::ended, Comparator.nullsLast(Comparator.naturalOrder()));

  /** What ends a wait for a job, the worst first. */
  public enum End {
    /** It is there no more, or never was. */
    GONE,
    /** It ended in Error. */
    FAILED,
    /** It was Canceled. */
    CANCELED,
    /** The deadline came first. */
    LATE,
    /** It Finished without what was waited for. */
    MISSED,
    /** It is what was waited for. */
    REACHED;

    /** What a snapshot of a job means; null when it goes on. */
    static End of(Job job, Goal goal) {
      if (goal.isReached(job)) {
        return REACHED;
      }
      if (!job.state().isFinal()) {
        return null;
      }
      if (job.state().equals(JobState.ERROR)) {
        return FAILED;
      }
      return job.state().equals(JobState.CANCELED) ? CANCELED : MISSED;
    }
  }

  /** Whether it is what was waited for. */
  public boolean isReached() {
    return end == End.REACHED;
  }
}
