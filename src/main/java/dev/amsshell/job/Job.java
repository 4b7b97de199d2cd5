package dev.amsshell.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A job as it was at one moment: a snapshot, which never asks the service for anything.
 *
 * @param id the service's id of the job
 * @param name may be null
 * @param state what it is doing
 * @param priority higher goes first; 0 is the default
 * @param created when it was submitted; null when the service did not say
 * @param lastModified when the service last changed it; not to be trusted to move
 * @param started when work began; null while queued or scheduled
 * @param ended when it reached its final state; null before
 * @param runningDuration processor time of its tasks, not wall time
 * @param templateId the template it was made from; usually null
 * @param subscriptions who is told of changes
 * @param asOf when this was read
 * @param tasks its tasks, or null when they were not read
 */
public record Job(
    String id,
    String name,
    JobState state,
    int priority,
    Instant created,
    Instant lastModified,
    Instant started,
    Instant ended,
    Duration runningDuration,
    String templateId,
    List<Subscription> subscriptions,
    Instant asOf,
    List<Task> tasks) {
  public Job {
    Objects.requireNonNull(id, "id is null");
    Objects.requireNonNull(state, "state is null");
    Objects.requireNonNull(asOf, "asOf is null");
    subscriptions = List.copyOf(subscriptions);
    tasks = tasks == null ? null : List.copyOf(tasks);
  }

  /** The same job with its tasks. */
  public Job with(List<Task> tasks) {
    return new Job(
        id,
        name,
        state,
        priority,
        created,
        lastModified,
        started,
        ended,
        runningDuration,
        templateId,
        subscriptions,
        asOf,
        tasks);
  }

  /** Whether the tasks were read, so that tasks, progress and errors can be asked for. */
  public boolean hasTasks() {
    return tasks != null;
  }

  /**
   * The tasks of the job.
   *
   * @throws IllegalStateException when they were not read with this snapshot
   */
  public List<Task> tasks() {
    if (tasks == null) {
      throw new IllegalStateException(
          "the tasks of job %s were not read with it; ask a query for withTasks(), or ams.job(it)"
              .formatted(id));
    }
    return tasks;
  }

  /**
   * Percent done, the mean of the job's tasks to three decimals, or null when it has none.
   *
   * @throws IllegalStateException when the tasks were not read with this snapshot
   */
  public Double getProgress() {
    return progress(tasks());
  }

  /** Percent done of some tasks: their mean to three decimals, or null when there are none. */
  public static Double progress(List<Task> tasks) {
    OptionalDouble mean = tasks.stream().mapToDouble(Task::progress).average();
    return mean.isPresent() ? Math.round(mean.getAsDouble() * 1000) / 1000.0 : null;
  }

  /**
   * What went wrong in any of its tasks.
   *
   * @throws IllegalStateException when the tasks were not read with this snapshot
   */
  public List<Fault> getErrors() {
    return errors(tasks());
  }

  /** What went wrong in any of some tasks. */
  public static List<Fault> errors(List<Task> tasks) {
    return tasks.stream().flatMap(task -> task.errors().stream()).toList();
  }

  @Override
  public String toString() {
    return "%s %s %s".formatted(id, state, name == null ? "(no name)" : "'" + name + "'");
  }
}
