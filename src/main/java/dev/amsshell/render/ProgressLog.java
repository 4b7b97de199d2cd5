package dev.amsshell.render;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a wait goes, for a log: lines that begin with the time. For one thread. */
public final class ProgressLog {
  /** The columns that a name takes at most. */
  private static final int NAME = 200;

  private final ProgressWords words;
  private final Moments moments;

  /**
   * @param clean applied to every text of the service, such as to take out secrets
   * @param zone by whose clock the lines begin
   */
  public ProgressLog(UnaryOperator<String> clean, ZoneId zone) {
    this.moments = new Moments(zone);
    this.words = new ProgressWords(new CellText(clean, moments));
  }

  /**
   * A job is in another state than it was.
   *
   * @param before null when it was not seen before
   * @param began when the wait began
   */
  public String change(Job job, JobState before, Instant began) {
    String was =
        before == null
            ? ""
            : " after %s, was %s"
                .formatted(Plain.elapsed(began, null, job.asOf()), words.state(before));
    String error = job.state().equals(JobState.ERROR) ? words.firstError(job) : null;
    return at(job.asOf())
        + job(job)
        + words.state(job.state())
        + was
        + (error == null ? "" : ": " + error);
  }

  /** How it goes, since nothing changed for a while. */
  public String still(Progress progress) {
    if (progress.job() == null) {
      return counts(progress);
    }
    Job job = progress.job();
    return at(progress.now())
        + job(job)
        + listed(
            "still " + words.state(job.state()),
            ProgressWords.percent(job),
            ProgressWords.elapsed(progress),
            ProgressWords.deadline(progress),
            ProgressWords.missed(progress));
  }

  /** How many jobs are how. */
  public String counts(Progress progress) {
    if (ProgressWords.nothingSeen(progress)) {
      return at(progress.now())
          + listed(
              ProgressWords.looking(progress),
              ProgressWords.elapsed(progress),
              ProgressWords.deadline(progress),
              ProgressWords.missed(progress));
    }
    String states =
        words.counts(progress).stream()
            .map(ProgressWords.Count::text)
            .collect(Collectors.joining(", "));
    return at(progress.now())
        + listed(
            ProgressWords.done(progress),
            states.isEmpty() ? null : states,
            ProgressWords.deadline(progress),
            ProgressWords.missed(progress));
  }

  private String at(Instant time) {
    return moments.ofDay(time) + " ";
  }

  private String job(Job job) {
    String name =
        job.name() == null
            ? ""
            : " '%s'"
                .formatted(TextWidth.shortened(words.name(job), NAME, "...").replace("'", "\\'"));
    return "job " + words.guid(job) + name + ": ";
  }

  private static String listed(String... parts) {
    return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(", "));
  }
}
