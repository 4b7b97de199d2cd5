package dev.amsshell.triage;

import dev.amsshell.job.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Jobs that failed, by the time at which they ended: a job ends with the last of its tasks. */
final class EndTimes {
  /** So much earlier than its task a job may seem to end. */
  private static final Duration EARLIER = Duration.ofSeconds(1);

  /** So much later it may end: until its other tasks are cancelled. */
  private static final Duration LATER = Duration.ofMinutes(5);

  /** What ends so close together ended as one. */
  private static final Duration TOGETHER = Duration.ofSeconds(1);

  /** So many tasks are enough to find one that can be told from others. */
  private static final int MOST_TASKS = 200;

  private final NavigableMap<Instant, List<Job>> byEnd = new TreeMap<>();
  private final Map<String, Job> byId = new HashMap<>();

  EndTimes(List<Job> failed) {
    for (Job job : failed) {
      if (job.ended() != null) {
        byEnd.computeIfAbsent(job.ended(), end -> new ArrayList<>()).add(job);
      }
      byId.put(job.id(), job);
    }
  }

  Optional<Job> withId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The job that most clearly is the one of one of some tasks, but for those that are left out. */
  Optional<Job> nearest(List<FailedTask> tasks, Set<String> without) {
    return tasks.stream()
        .limit(MOST_TASKS)
        .flatMap(task -> guesses(task).stream())
        .filter(guess -> !without.contains(guess.job().id()))
        .min(Comparator.comparing(Guess::distance).thenComparing(Guess::rivals))
        .map(Guess::job);
  }

  /** The job that ended together with a task, if there is only one. */
  Optional<Job> only(FailedTask task) {
    List<Guess> close =
        guesses(task).stream().filter(guess -> guess.distance().compareTo(TOGETHER) <= 0).toList();
    return close.size() == 1 ? Optional.of(close.get(0).job()) : Optional.empty();
  }

  /**
   * @param distance between the ends of the task and of the job
   * @param rivals how many other jobs it could be
   */
  private record Guess(Job job, Duration distance, int rivals) {}

  private List<Guess> guesses(FailedTask task) {
    if (task.ended() == null) {
      return List.of();
    }
    List<Job> jobs =
        byEnd
            .subMap(task.ended().minus(EARLIER), true, task.ended().plus(LATER), true)
            .values()
            .stream()
            .flatMap(Collection::stream)
            .filter(job -> isPossible(job, task))
            .toList();
    return jobs.stream()
        .map(
            job ->
                new Guess(job, Duration.between(task.ended(), job.ended()).abs(), jobs.size() - 1))
        .toList();
  }

  /** No task begins before its job does. */
  private static boolean isPossible(Job job, FailedTask task) {
    return task.started() == null
        || job.started() != null && !job.started().isAfter(task.started());
  }
}
