package dev.amsshell.triage;

import dev.amsshell.job.JobState;
import java.time.Duration;
import java.time.Instant;

/**
 * A job that looks stuck.
 *
 * @param id of the job
 * @param name may be null
 * @param state what it is doing
 * @param since when it began to
 * @param lasted how long it has been at it
 * @param progress per cent, when that is what is wrong; else null
 * @param reason why it looks stuck, for people
 */
public record StuckJob(
    String id,
    String name,
    JobState state,
    Instant since,
    Duration lasted,
    Double progress,
    String reason) {
  @Override
  public String toString() {
    return "%s %s '%s' %s".formatted(id, state, name, reason);
  }
}
