package dev.amsshell.await;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * How a wait is meant.
 *
 * @param timeout how long it may take; empty for the process's default
 * @param goal what is waited for
 * @param every the fixed time from look to look; empty for one that adapts
 * @param stall after how long without any change it is told that nothing changes; empty for never
 * @param onChange called with a job, with its tasks unless these cannot be read, and the state it
 *     was in before, null when it is first seen, at each change of its state; by the thread that
 *     waits
 * @param appear how long to wait for the first job of a query; empty for not at all
 */
public record Terms(
    Optional<Duration> timeout,
    Goal goal,
    Optional<Duration> every,
    Optional<Duration> stall,
    Optional<BiConsumer<Job, JobState>> onChange,
    Optional<Duration> appear) {
  /** Nothing special: until the end. */
  public static final Terms PLAIN =
      new Terms(
          Optional.empty(),
          Goal.END,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** A century is as good as for ever, and no calendar ends before. */
  private static final Duration LONGEST = Duration.ofDays(36500);

  public Terms {
    timeout = bounded(timeout);
    every = bounded(every);
    stall = bounded(stall);
    appear = bounded(appear);
    Objects.requireNonNull(goal, "goal is null");
  }

  static Optional<Duration> bounded(Optional<Duration> duration) {
    return duration.map(each -> each.compareTo(LONGEST) > 0 ? LONGEST : each);
  }
}
