package dev.amsshell.triage;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.job.JobState;
import dev.amsshell.job.Task;
import dev.amsshell.service.MediaService;
import dev.amsshell.service.RequestRefused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tasks that failed in a span of time.
 *
 * @param tasks what is kept of them
 * @param note that they are not all, and why; empty when they are
 */
record FailedTasks(List<FailedTask> tasks, Optional<String> note) {
  /** What a service answers that cannot do it, and not one that has troubles of its own. */
  private static final Set<Integer> NOT_UNDERSTOOD = Set.of(400, 404, 405, 501);

  /**
   * Reads them as a list, in which no task says of which job it is. Where the service refuses to
   * filter tasks, the tasks of the failed jobs are read one by one, as many as is bearable.
   *
   * @param jobs that failed in the span
   * @param mostReads of how many jobs the tasks may be read one by one
   * @param processors the names of processors by their ids
   */
  static FailedTasks read(
      MediaService service,
      Span span,
      List<Job> jobs,
      int mostReads,
      Map<String, String> processors) {
    List<FailedTask> tasks = new ArrayList<>();
    try {
      Iterator<Task> rows = service.list(Question.failed(span));
      while (rows.hasNext()) {
        tasks.add(FailedTask.of(rows.next(), null, processors));
      }
      return new FailedTasks(tasks, Optional.empty());
    } catch (RequestRefused refusal) {
      if (!NOT_UNDERSTOOD.contains(refusal.status())) {
        throw refusal;
      }
      return ofJobs(service, span, jobs, mostReads, processors, refusal);
    }
  }

  private static FailedTasks ofJobs(
      MediaService service,
      Span span,
      List<Job> jobs,
      int mostReads,
      Map<String, String> processors,
      RequestRefused refusal) {
    List<Job> newest =
        jobs.stream().sorted(Comparator.comparing(Job::ended).reversed()).limit(mostReads).toList();
    List<FailedTask> tasks = new ArrayList<>();
    service
        .withTasks(newest.iterator())
        .forEachRemaining(
            job ->
                job.tasks().stream()
                    .filter(task -> task.state().equals(JobState.ERROR))
                    .filter(task -> span.contains(task.ended()))
                    .forEach(
                        task -> tasks.add(FailedTask.of(task, new JobId(job.id()), processors))));
    String extent =
        newest.size() < jobs.size()
            ? "the newest %d of %d jobs that failed".formatted(newest.size(), jobs.size())
            : "the %d jobs that failed".formatted(jobs.size());
    return new FailedTasks(
        tasks,
        Optional.of(
            "The service refuses to list failed tasks (%s), so that the tasks of %s were read one by one."
                .formatted(refusal.getMessage(), extent)));
  }
}
