package dev.amsshell.await;

import dev.amsshell.job.Job;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What one wait wants of the next look.
 *
 * @param at when to look
 * @param ids the jobs, those that were not seen for the longest time first
 * @param wantsTasks whether a job is wanted with its tasks
 * @param news takes what the look brings
 */
record Request(Instant at, Collection<String> ids, Predicate<Job> wantsTasks, Consumer<Look> news) {
  Request {
    ids = List.copyOf(ids);
  }

  /** Under which a job is known here, however the service writes its id today. */
  static String key(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
