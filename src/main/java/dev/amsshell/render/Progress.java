package dev.amsshell.render;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a wait for jobs goes, at one moment.
 *
 * @param total how many jobs are awaited in all
 * @param counts how many of them were last seen in which state; those that nobody has seen yet are
 *     in none
 * @param gone how many there are no more
 * @param job the job, when it is the only one and was seen already; else null
 * @param slowest of several, the active ones that have worked the longest, a few
 * @param failed of several, the ones in state Error, the latest first
 * @param began when the wait began
 * @param now the moment
 * @param expectedEnd an estimate of when it will be over; null when there is none
 * @param deadline when the wait is given up; null for never
 * @param missedSince since when nothing could be learnt of the jobs; null when the last look
 *     succeeded
 */
public record Progress(
    int total,
    Map<JobState, Integer> counts,
    int gone,
    Job job,
    List<Job> slowest,
    List<Job> failed,
    Instant began,
    Instant now,
    Instant expectedEnd,
    Instant deadline,
    Instant missedSince) {
  public Progress {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    slowest = List.copyOf(slowest);
    failed = List.copyOf(failed);
    Objects.requireNonNull(began, "began is null");
    Objects.requireNonNull(now, "now is null");
  }
}
