package dev.amsshell.triage;

import dev.amsshell.job.Capacity;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What triage found, as data.
 *
 * @param source where the account is
 * @param asOf when it was read
 * @param since from when on
 * @param failures how many tasks failed since then
 * @param groups what they have in common, the largest first
 * @param states how many jobs are in each state: those that are not over, and those that ended
 *     since
 * @param before how many ended in each state in the same time before
 * @param waits from submission to the start of the work, of jobs that started since
 * @param runs from the start of the work to its end, of jobs that finished since
 * @param step how long a step of the throughput is
 * @param throughput how many jobs ended, step by step
 * @param capacity how much is processed at a time; null when the service does not say
 * @param working how many tasks are at work; null when the service does not say
 * @param stuck the jobs that look stuck, the longest first
 * @param complete whether all that failed and all that is at work was looked at; the notes say what
 *     was not
 * @param notes what was read, and what could not be
 */
public record Findings(
    String source,
    Instant asOf,
    Instant since,
    int failures,
    List<FailureGroup> groups,
    Map<String, Long> states,
    Map<String, Long> before,
    Quantiles.Compared waits,
    Quantiles.Compared runs,
    Duration step,
    List<Throughput> throughput,
    Capacity capacity,
    Long working,
    List<StuckJob> stuck,
    boolean complete,
    List<String> notes) {
  public Findings {
    groups = List.copyOf(groups);
    states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
    throughput = List.copyOf(throughput);
    stuck = List.copyOf(stuck);
    notes = List.copyOf(notes);
  }
}
