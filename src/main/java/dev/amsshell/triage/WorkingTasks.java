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
import java.util.Set;

/**
 * The tasks that have been at work for long and stand at nothing or at the end, with their jobs. A
 * task says nothing of its job (wire sheet 4.2), but the first task of a job begins when the job
 * does; where that does not tell, the tasks of one job are read.
 */
final class WorkingTasks {
  private static final int MOST_READS = 1;

  private final MediaService service;
  private final List<Job> jobs;
  private final List<StuckJobs.AtWork> found = new ArrayList<>();
  private final Set<String> told = new HashSet<>();

  private WorkingTasks(MediaService service, List<Job> jobs) {
    this.service = service;
    this.jobs = jobs;
  }

  /**
   * Reads them: a list of tasks, and the tasks of the job that has been at work for longest.
   *
   * @param jobs that are not over
   * @param before they began
   */
  static List<StuckJobs.AtWork> read(MediaService service, List<Job> jobs, Instant before) {
    List<Job> longest =
        jobs.stream()
            .filter(job -> job.state().equals(JobState.PROCESSING))
            .filter(job -> job.started() != null && job.started().isBefore(before))
            .sorted(Comparator.comparing(Job::started))
            .toList();
    return longest.isEmpty() ? List.of() : new WorkingTasks(service, longest).read(before);
  }

  private List<StuckJobs.AtWork> read(Instant before) {
    try {
      List<Task> untold = new ArrayList<>();
      Iterator<Task> tasks = service.list(Question.atWork(before));
      while (tasks.hasNext()) {
        Task task = tasks.next();
        if (isSuspicious(task) && !isOfFirst(task)) {
          untold.add(task);
        }
      }
      if (!untold.isEmpty()) {
        readJobs(before);
      }
    } catch (RequestRefused refusal) {
      readJobs(before);
    }
    return found;
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
