package dev.amsshell.service.v2;

import dev.amsshell.job.Change;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import java.util.Optional;
import java.util.Set;

/** In which states the service changes a job (wire sheet 6.1 to 6.3). */
final class Rules {
  private static final Set<JobState> CANCELABLE =
      Set.of(JobState.QUEUED, JobState.SCHEDULED, JobState.PROCESSING);

  private Rules() {}

  /**
   * Why the service would not do that to a job in its state. What it does in a state that nobody
   * knows, it decides itself.
   */
  static Optional<String> obstacle(Change change, Job job) {
    JobState state = job.state();
    if (isAllowed(change, state) || !JobState.known().contains(state)) {
      return Optional.empty();
    }
    return Optional.of("%s, and it is %s".formatted(rule(change, state), state));
  }

  /** Whether a job is as a change leaves it; a job that is gone was deleted. */
  static boolean isDone(Change change, Optional<Job> job) {
    if (job.isEmpty()) {
      return change instanceof Change.Delete;
    }
    if (change instanceof Change.Cancel) {
      return Set.of(JobState.CANCELING, JobState.CANCELED).contains(job.get().state());
    }
    return change instanceof Change.Priority priority && job.get().priority() == priority.value();
  }

  private static boolean isAllowed(Change change, JobState state) {
    if (change instanceof Change.Cancel) {
      return CANCELABLE.contains(state);
    }
    return change instanceof Change.Delete ? state.isFinal() : state.equals(JobState.QUEUED);
  }

  private static String rule(Change change, JobState state) {
    if (change instanceof Change.Cancel) {
      return "only a job that is Queued, Scheduled or Processing can be canceled";
    }
    if (change instanceof Change.Priority) {
      return "a job's priority can only be changed if the job is in Queued state";
    }
    return "only a job that is Finished, Error or Canceled can be deleted"
        + (CANCELABLE.contains(state) ? " (cancel it first)" : "");
  }
}
