package dev.amsshell.triage;

import dev.amsshell.job.Origin;
import dev.amsshell.job.Retry;
import java.time.Instant;
import java.util.List;

/**
 * Tasks that failed in the same way.
 *
 * @param count how many tasks
 * @param code the service's code of what went wrong
 * @param processor the name of the media processor, or its id where the service lists it no more
 * @param message what the service says, with gaps where it says something else each time
 * @param example the message of one of them, as it is
 * @param first when the first of them ended; null when the service does not say
 * @param last when the last of them ended
 * @param trend how many ended in each step of the throughput
 * @param origin whose fault it is, as far as the code tells
 * @param retry whether trying again may help
 * @param advice what to do
 * @param samples some of their jobs, those that are confirmed first
 */
public record FailureGroup(
    int count,
    String code,
    String processor,
    String message,
    String example,
    Instant first,
    Instant last,
    List<Long> trend,
    Origin origin,
    Retry retry,
    String advice,
    List<Sample> samples) {
  public FailureGroup {
    trend = List.copyOf(trend);
    samples = List.copyOf(samples);
  }

  @Override
  public String toString() {
    return "%d of %s: %s".formatted(count, code, message);
  }
}
