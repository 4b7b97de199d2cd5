package dev.amsshell.triage;

import dev.amsshell.job.Asset;
import dev.amsshell.job.Fault;
import dev.amsshell.job.Job;
import java.util.List;

/**
 * Why a job is in the state it is in, as data.
 *
 * @param job with its tasks
 * @param story in plain words, what matters most first
 * @param cause what went wrong first; null when nothing did
 * @param advice what to do; empty when there is nothing to be done
 * @param missing the inputs and outputs that exist no more
 * @param neighbours how the jobs did that were submitted within an hour of it
 * @param events what happened, in order of time
 */
public record Explanation(
    Job job,
    List<String> story,
    Fault cause,
    String advice,
    List<Asset> missing,
    Neighbours neighbours,
    List<Event> events) {
  public Explanation {
    story = List.copyOf(story);
    missing = List.copyOf(missing);
    events = List.copyOf(events);
  }

  /**
   * How other jobs did at the time.
   *
   * @param jobs how many there were
   * @param failed how many of them failed
   * @param alike how many other tasks failed in the same way within three hours of it
   * @param waits from submission to the start of the work
   * @param runs from there to the end, of those that finished
   */
  public record Neighbours(int jobs, int failed, int alike, Quantiles waits, Quantiles runs) {}
}
