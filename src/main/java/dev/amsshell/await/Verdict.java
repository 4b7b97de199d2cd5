package dev.amsshell.await;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;

/**
 * What came of waiting for one job.
 *
 * @param id the job
 * @param job as it was last seen, with its tasks unless they could not be read; null when it never
 *     was
 * @param end what ended the wait
 */
public record Verdict(JobId id, Job job, End end) {
  /** What ends a wait for a job. */
  public enum End {
    /** It is what was waited for. */
    REACHED,
    /** It ended in Error. */
    FAILED,
    /** It was Canceled. */
    CANCELED,
    /** It Finished without what was waited for. */
    MISSED,
    /** It is there no more, or never was. */
    GONE,
    /** The deadline came first. */
    LATE
  }
}
