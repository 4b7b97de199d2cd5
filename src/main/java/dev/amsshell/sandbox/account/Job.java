package dev.amsshell.sandbox.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A job, as far as its life is decided. It never changes; each turn of its life makes a new one.
 *
 * @param name may be null, as on the real service (wire sheet 4.1)
 * @param templateId null for a job made without a template
 * @param inputAssets ids; an asset may have been deleted since
 * @param touched when anything but the state was changed last
 * @param vanishes when its record goes away before its time, null when it does not
 */
public record Job(
    String id,
    String name,
    int priority,
    String templateId,
    List<String> inputAssets,
    List<Subscription> subscriptions,
    Instant touched,
    Instant vanishes,
    Timeline timeline,
    List<Task> tasks) {

  /** The same job with what has become of its tasks, which decides what has become of it. */
  Job with(List<Task> changed) {
    return copy(
        name,
        priority,
        touched,
        vanishes,
        aggregated(timeline.created(), timeline.cancelRequested(), changed),
        changed);
  }

  Job withCancelRequested(Instant now) {
    Timeline asked =
        new Timeline(timeline.created(), timeline.scheduled(), timeline.started(), now, null, null);
    return copy(name, priority, touched, vanishes, asked, tasks);
  }

  Job withPriority(int changed, Instant now) {
    return copy(name, changed, now, vanishes, timeline, tasks);
  }

  Job withoutName() {
    return copy(null, priority, touched, vanishes, timeline, tasks);
  }

  Job vanishing(Instant at) {
    return copy(name, priority, touched, at, timeline, tasks);
  }

  private Job copy(
      String newName,
      int newPriority,
      Instant newTouched,
      Instant newVanishes,
      Timeline newTimeline,
      List<Task> newTasks) {
    return new Job(
        id,
        newName,
        newPriority,
        templateId,
        inputAssets,
        subscriptions,
        newTouched,
        newVanishes,
        newTimeline,
        newTasks);
  }

  /**
   * One failed task fails the job (wire sheet 4.1), also when it is canceled after that; it is over
   * when the last task is.
   */
  private static Timeline aggregated(Instant created, Instant cancelRequested, List<Task> tasks) {
    boolean over = tasks.stream().allMatch(task -> task.timeline().ended() != null);
    return new Timeline(
        created,
        first(tasks, Timeline::scheduled),
        first(tasks, Timeline::started),
        cancelRequested,
        over ? last(tasks) : null,
        over ? outcome(cancelRequested != null, tasks) : null);
  }

  private static Instant first(List<Task> tasks, Function<Timeline, Instant> milestone) {
    return tasks.stream()
        .map(task -> milestone.apply(task.timeline()))
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Instant last(List<Task> tasks) {
    return tasks.stream().map(task -> task.timeline().ended()).max(Comparator.naturalOrder()).get();
  }

  private static JobState outcome(boolean canceled, List<Task> tasks) {
    if (tasks.stream().anyMatch(task -> task.timeline().outcome() == JobState.ERROR)) {
      return JobState.ERROR;
    }
    return canceled ? JobState.CANCELED : JobState.FINISHED;
  }
}
