package dev.amsshell.triage;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import dev.amsshell.job.Task;
import dev.amsshell.service.MediaService;
import dev.amsshell.service.RequestRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tasks that have been at work for long and stand at nothing or at the end, with their jobs. A
 * task says nothing of its job (wire sheet 4.2), but the first task of a job begins when the job
 * does; where that does not tell, the tasks of a few jobs are read.
 */
final class WorkingTasks {
  private static final int MOST_READS = 10;

  private final MediaService service;
  private final List<Job> jobs;
  private final List<StuckJobs.AtWork> found = new ArrayList<>();
  private final Set<String> told = new HashSet<>();
  private String note;

  private WorkingTasks(MediaService service, List<Job> jobs) {
    this.service = service;
    this.jobs = jobs;
  }

  /**
   * Reads them: a list of tasks, and where it leaves one without a job, the tasks of the ten jobs
   * that have been at work for longest.
   *
   * @param jobs that are not over
   * @param before they began
   */
  static WorkingTasks read(MediaService service, List<Job> jobs, Instant before) {
    List<Job> longest =
        jobs.stream()
            .filter(job -> job.state().equals(JobState.PROCESSING))
            .filter(job -> job.started() != null && job.started().isBefore(before))
            .sorted(Comparator.comparing(Job::started))
            .toList();
    WorkingTasks tasks = new WorkingTasks(service, longest);
    if (!longest.isEmpty()) {
      tasks.read(before);
    }
    return tasks;
  }

  /** Those that were found. */
  List<StuckJobs.AtWork> found() {
    return found;
  }

  /** What could not be found out; empty when there is nothing. */
  Optional<String> note() {
    return Optional.ofNullable(note);
  }

  private void read(Instant before) {
    Set<String> untold = new HashSet<>();
    try {
      Iterator<Task> tasks = service.list(Question.atWork(before));
      while (tasks.hasNext()) {
        Task task = tasks.next();
        if (isSuspicious(task) && !isOfFirst(task)) {
          untold.add(task.id());
        }
      }
      if (!untold.isEmpty()) {
        readJobs(before);
      }
      found.forEach(each -> untold.remove(each.task().id()));
      if (!untold.isEmpty()) {
        note =
            "%d more tasks have long been at work and stand at 0 or 100 %%; of which jobs they are was not found."
                .formatted(untold.size());
      }
    } catch (RequestRefused refusal) {
      readJobs(before);
      if (jobs.size() > MOST_READS) {
        note =
            "The service refuses to list the tasks at work, so that only %d of %d jobs that have long been at work were looked into."
                .formatted(MOST_READS, jobs.size());
      }
    }
  }

  private static boolean isSuspicious(Task task) {
    return task.progress() <= 0 || task.progress() >= 100;
  }

  /** Whether it began with one job alone, which is then the one it is of. */
  private boolean isOfFirst(Task task) {
    List<Job> begun = jobs.stream().filter(job -> job.started().equals(task.started())).toList();
    if (begun.size() == 1) {
      add(begun.get(0), task);
    }
    return begun.size() == 1;
  }

  private void readJobs(Instant before) {
    List<Job> unknown = jobs.stream().filter(job -> !told.contains(job.id())).toList();
    service
        .withTasks(unknown.stream().limit(MOST_READS).iterator())
        .forEachRemaining(
            job ->
                job.tasks().stream()
                    .filter(task -> task.state().equals(JobState.PROCESSING))
                    .filter(task -> task.started() != null && task.started().isBefore(before))
                    .filter(WorkingTasks::isSuspicious)
                    .forEach(task -> add(job, task)));
  }

  private void add(Job job, Task task) {
    told.add(job.id());
    found.add(new StuckJobs.AtWork(job, task));
  }
}
