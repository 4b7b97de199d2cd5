package dev.amsshell.await;

import dev.amsshell.job.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What a look at the awaited jobs brings to those who wait for them. */
sealed interface Look {
  /** Some of the jobs. */
  record Seen(List<Job> jobs) implements Look {}

  /**
   * It is over.
   *
   * @param at when it began
   * @param took how long it took
   * @param absent the keys of those the service does not know; empty unless it is complete
   * @param trouble why something is missing, or null
   * @param isComplete whether every job was looked at, though tasks may be missing
   * @param isTroubled whether the service was busy or ailing, even if it answered in the end
   */
  record Over(
      Instant at,
      Duration took,
      Set<String> absent,
      Throwable trouble,
      boolean isComplete,
      boolean isTroubled)
      implements Look {}

  /** What befell one request, which may have been cured already. */
  record Notice(String text) implements Look {}

  /** There is nothing new, but somebody wants the wait to end. */
  record Interrupted() implements Look {}
}
