package dev.amsshell.triage;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import dev.amsshell.job.Task;
import dev.amsshell.render.Plain;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells which jobs look stuck. */
final class StuckJobs {
  private final Limits limits;
  private final Instant now;
  private final Duration usual;

  /**
   * @param usual what 95 of 100 jobs that finished took; null when none did
   */
  StuckJobs(Limits limits, Instant now, Duration usual) {
    this.limits = limits;
    this.now = now;
    this.usual = usual == null ? Duration.ZERO : usual;
  }

  /**
   * Those that do, the longest first.
   *
   * @param active jobs that are not over
   * @param atWork tasks that are at work, with their jobs
   */
  List<StuckJob> of(List<Job> active, List<AtWork> atWork) {
    List<StuckJob> stuck = new ArrayList<>();
    active.forEach(job -> waiting(job).ifPresent(stuck::add));
    atWork.forEach(task -> working(task).ifPresent(stuck::add));
    stuck.sort(Comparator.comparing(StuckJob::lasted).reversed());
    return stuck;
  }

  /** A task at work. */
  record AtWork(Job job, Task task) {}

  private Optional<StuckJob> waiting(Job job) {
    JobState state = job.state();
    if (state.equals(JobState.QUEUED) || state.equals(JobState.SCHEDULED)) {
      return beyond(job, job.created(), limits.queuedFor(), null, "waits longer than %s");
    }
    // the service changes it with the state (wire sheet 4.1)
    return state.equals(JobState.CANCELING)
        ? beyond(
            job, job.lastModified(), limits.cancelingFor(), null, "has been Canceling for over %s")
        : Optional.empty();
  }

  private Optional<StuckJob> working(AtWork at) {
    Task task = at.task();
    if (task.progress() <= 0) {
      return beyond(
          at.job(), task.started(), limits.idleFor(), 0.0, "has made no progress for over %s");
    }
    return task.progress() >= 100
        ? beyond(
            at.job(),
            task.started(),
            limits.fullFor(usual),
            100.0,
            "is at 100 %% after over %s, and not over")
        : Optional.empty();
  }

  private Optional<StuckJob> beyond(
      Job job, Instant since, Duration limit, Double progress, String reason) {
    Duration lasted = since == null ? Duration.ZERO : Duration.between(since, now);
    return lasted.compareTo(limit) <= 0
        ? Optional.empty()
        : Optional.of(
            new StuckJob(
                job.id(),
                job.name(),
                job.state(),
                since,
                lasted.truncatedTo(ChronoUnit.SECONDS),
                progress,
                reason.formatted(Plain.span(limit))));
  }
}
