package dev.amsshell.await;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import java.util.function.Predicate;

/** What is waited for in a job. */
public sealed interface Goal {
  /** Its end. */
  Goal END = new Reached(JobState.FINISHED);

  /** Whether it is reached, as far as this snapshot tells. */
  boolean isReached(Job job);

  /**
   * That the job is in a state or has passed it. What was passed between two looks is known from
   * what it leaves behind: a job that has started was Processing (wire sheet 4.1).
   */
  record Reached(JobState state) implements Goal {
    @Override
    public boolean isReached(Job job) {
      JobState now = job.state();
      if (now.equals(state)) {
        return true;
      }
      if (state.equals(JobState.QUEUED)) {
        return true;
      }
      if (state.equals(JobState.SCHEDULED) || state.equals(JobState.PROCESSING)) {
        return job.started() != null
            || now.equals(JobState.PROCESSING)
            || now.equals(JobState.FINISHED);
      }
      return state.equals(JobState.CANCELING) && now.equals(JobState.CANCELED);
    }

    @Override
    public String toString() {
      return state.name();
    }
  }

  /** That something holds of the job with its tasks; asked by the thread that waits. */
  record Holds(Predicate<Job> condition) implements Goal {
    @Override
    public boolean isReached(Job job) {
      return condition.test(job);
    }

    @Override
    public String toString() {
      return "what 'until' asks for";
    }
  }
}
