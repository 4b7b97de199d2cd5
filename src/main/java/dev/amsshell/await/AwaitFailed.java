package dev.amsshell.await;

import dev.amsshell.base.Failure;
import dev.amsshell.job.Fault;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.job.JobState;
import dev.amsshell.job.Retry;
import dev.amsshell.job.Task;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A wait did not bring what was waited for: a job ended in Error, was Canceled, ended without it,
 * is gone, or the deadline came first. Of several the worst decides about {@link #kind()}.
 */
public final class AwaitFailed extends Failure {
  private final List<Verdict> verdicts;

  AwaitFailed(Kind kind, String message, String advice, List<Verdict> verdicts) {
    super(kind, message, advice, null);
    this.verdicts = List.copyOf(verdicts);
  }

  /** What came of each job that was awaited, in their order. */
  public List<Verdict> getVerdicts() {
    return verdicts;
  }

  /** The jobs that are to blame, as they were last seen; those that never were are missing. */
  public List<Job> getJobs() {
    return bad().map(Verdict::job).filter(Objects::nonNull).toList();
  }

  /** The first of them, as it was last seen; null when none ever was. */
  public Job getJob() {
    return getJobs().stream().findFirst().orElse(null);
  }

  /** The ids of the jobs that are to blame. */
  public List<String> getIds() {
    return bad().map(Verdict::id).map(JobId::text).toList();
  }

  /** The jobs that are what was waited for. */
  public List<Job> getReached() {
    return verdicts.stream().filter(Verdict::isReached).map(Verdict::job).toList();
  }

  /** The tasks that failed, of all jobs. */
  public List<Task> getFailedTasks() {
    return tasks().filter(task -> task.state().equals(JobState.ERROR)).toList();
  }

  /** What went wrong in the tasks of all jobs, with codes and messages. */
  public List<Fault> getErrors() {
    return errors(verdicts);
  }

  static List<Fault> errors(List<Verdict> verdicts) {
    return Job.errors(tasks(verdicts.stream().filter(each -> !each.isReached())).toList());
  }

  /**
   * Whether doing the work again may help: no if it cannot for any of what went wrong, yes if it
   * may well for all of it.
   */
  public Retry getRetry() {
    return retry(getErrors());
  }

  static Retry retry(List<Fault> faults) {
    if (faults.stream().anyMatch(fault -> fault.retry() == Retry.NO)) {
      return Retry.NO;
    }
    boolean isHopeful = faults.stream().allMatch(fault -> fault.retry() == Retry.YES);
    return isHopeful && !faults.isEmpty() ? Retry.YES : Retry.MAYBE;
  }

  private Stream<Verdict> bad() {
    return verdicts.stream().filter(each -> !each.isReached());
  }

  private Stream<Task> tasks() {
    return tasks(bad());
  }

  private static Stream<Task> tasks(Stream<Verdict> verdicts) {
    return verdicts
        .map(Verdict::job)
        .filter(job -> job != null && job.hasTasks())
        .flatMap(job -> job.tasks().stream());
  }
}
