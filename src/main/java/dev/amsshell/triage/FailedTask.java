package dev.amsshell.triage;

import dev.amsshell.job.Fault;
import dev.amsshell.job.JobId;
import dev.amsshell.job.Origin;
import dev.amsshell.job.Retry;
import dev.amsshell.job.Task;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What triage keeps of a task that failed. The task itself may carry a whole preset.
 *
 * @param id the service's id of the task
 * @param processor the name of what did the work, several versions of which may share it; its id
 *     where the service lists it no more; empty when the service does not say
 * @param fault what went wrong first: what comes after it mostly follows from it
 * @param started null when it failed before its work began
 * @param ended null when the service does not say
 * @param job of which it is; null when that is not known yet
 */
record FailedTask(
    String id, String processor, Fault fault, Instant started, Instant ended, JobId job) {
  private static final String NO_CODE = "(no error code)";

  /**
   * @param processors the names of processors by their ids
   */
  static FailedTask of(Task task, JobId job, Map<String, String> processors) {
    Fault fault =
        task.errors().isEmpty()
            ? new Fault(NO_CODE, "", Retry.MAYBE, Origin.UNKNOWN, Event.name(task))
            : task.errors().get(0);
    String id = Objects.requireNonNullElse(task.processor(), "");
    String processor = processors.getOrDefault(id, id);
    return new FailedTask(task.id(), processor, fault, task.started(), task.ended(), job);
  }

  String code() {
    return fault.code();
  }
}
