package dev.amsshell.check;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What came of one check, as reports tell it.
 *
 * @param message why it does not hold or could not be told; null when it holds
 * @param advice what to do about an error; null when there is nothing useful to say
 * @param value what was measured, a number or a {@link Duration}; null when nothing was
 * @param min the least value that is no failure; as all thresholds null when there is none
 * @param max the greatest value that is no failure
 * @param warnMin the least value that is no warning
 * @param warnMax the greatest value that is no warning
 * @param jobs the first of the jobs concerned
 * @param moreJobs how many more there are; null when that is not known
 * @param at when it began
 * @param duration how long it took
 */
public record CheckResult(
    String name,
    CheckOutcome outcome,
    String message,
    String advice,
    Object value,
    Object min,
    Object max,
    Object warnMin,
    Object warnMax,
    List<Concerned> jobs,
    Long moreJobs,
    Instant at,
    Duration duration) {
  public CheckResult {
    jobs = List.copyOf(jobs);
  }

  /** A job that a check is about. */
  public record Concerned(String id, JobState state, String name, Instant created, Instant ended) {
    static Concerned of(Job job) {
      return new Concerned(job.id(), job.state(), job.name(), job.created(), job.ended());
    }
  }
}
