package dev.amsshell.triage;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.job.JobState;
import dev.amsshell.render.page.Block;
import dev.amsshell.render.page.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Jobs drawn against time: how long each waited, and how long it was at work. */
final class Lanes {
  private Lanes() {}

  /**
   * @param jobs at least one, each of which says when it was submitted
   * @param now where those end that are not over
   */
  static Block.Gantt of(List<Job> jobs, Instant now) {
    Instant from = jobs.stream().map(Job::created).min(Comparator.naturalOrder()).orElse(now);
    Instant to =
        jobs.stream()
            .map(job -> job.ended() == null ? now : job.ended())
            .max(Comparator.naturalOrder())
            .orElse(now);
    return new Block.Gantt(
        "From submission to the end", from, to, jobs.stream().map(job -> lane(job, now)).toList());
  }

  private static Block.Lane lane(Job job, Instant now) {
    String label = job.name() == null ? job.id() : job.name();
    return new Block.Lane(label, new JobId(job.id()), spans(job, now));
  }

  /** The phases of a job, as far as its times tell them. */
  static List<Block.Span> spans(Job job, Instant now) {
    return spans(job.created(), job.started(), job.ended(), job.state(), now);
  }

  /**
   * The phases of something.
   *
   * @param waited since when it waited for its start; null when that is not known
   * @param started null when its work never began
   * @param ended null when it is not over
   */
  static List<Block.Span> spans(
      Instant waited, Instant started, Instant ended, JobState state, Instant now) {
    Instant end = ended == null ? now : ended;
    Instant begun = started == null ? end : started;
    List<Block.Span> spans = new ArrayList<>();
    if (waited != null && waited.isBefore(begun)) {
      spans.add(new Block.Span("waiting", waited, begun, Tone.WAITING));
    }
    if (started != null) {
      String name = state.isFinal() ? "at work, then " + state : "at work";
      spans.add(new Block.Span(name, begun, end, Tone.of(state)));
    }
    return spans;
  }
}
