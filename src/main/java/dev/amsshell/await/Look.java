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
   * @param took until when
   * @param absent the keys of those the service does not know; empty when the look failed
   * @param trouble why it broke off, or null
   * @param isTroubled whether the service was busy or ailing, even if it answered in the end
   */
  record Over(Instant at, Duration took, Set<String> absent, Throwable trouble, boolean isTroubled)
      implements Look {}

  /** There is nothing new, but somebody wants the wait to end. */
  record Interrupted() implements Look {}
}
