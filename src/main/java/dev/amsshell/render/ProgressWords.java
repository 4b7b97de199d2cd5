package dev.amsshell.render;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What is said of a wait, wherever it is said; null where there is nothing to say. All of it is
 * harmless and on one line. For one thread.
 */
final class ProgressWords {
  /** The deadline is worth a word in this last part of the wait. */
  private static final int LAST_PART = 10;

  private final CellText text;

  ProgressWords(CellText text) {
    this.text = text;
  }

  /** Some of the jobs; their state is null when they have none any more. */
  record Count(JobState state, String text) {}

  static boolean nothingSeen(Progress progress) {
    return progress.job() == null && progress.counts().isEmpty() && progress.gone() == 0;
  }

  static String looking(Progress progress) {
    return progress.total() > 1 ? "looking at " + progress.total() + " jobs ..." : "looking ...";
  }

  static String done(Progress progress) {
    return doneCount(progress) + " of " + progress.total() + " done";
  }

  /** How many will not change any more. */
  static int doneCount(Progress progress) {
    return progress.gone()
        + progress.counts().entrySet().stream()
            .filter(count -> count.getKey().isFinal())
            .mapToInt(Map.Entry::getValue)
            .sum();
  }

  /** How the others are, beginning with what went wrong of those that are done. */
  List<Count> counts(Progress progress) {
    List<Count> counts = new ArrayList<>();
    add(counts, progress, JobState.ERROR, "failed");
    add(counts, progress, JobState.CANCELED, "canceled");
    if (progress.gone() > 0) {
      counts.add(new Count(null, progress.gone() + " gone"));
    }
    progress.counts().keySet().stream()
        .filter(JobState::isActive)
        .sorted(Comparator.reverseOrder())
        .forEach(state -> add(counts, progress, state, text.of(state)));
    return counts;
  }

  private static void add(List<Count> counts, Progress progress, JobState state, String word) {
    int count = progress.counts().getOrDefault(state, 0);
    if (count > 0) {
      counts.add(new Count(state, count + " " + word));
    }
  }

  String state(JobState state) {
    return text.of(state);
  }

  String state(JobState state, int columns, Style style) {
    return TextWidth.shortened(state(state), columns, style.ellipsis());
  }

  /** A text in the colour of a state, which may be null. */
  static String painted(JobState state, String text, Style style) {
    return style.hasColor() && state != null ? Colors.paint(state.name(), text) : text;
  }

  /** The job's name, or what tells it apart when it has none. */
  String name(Job job) {
    return job.name() == null || job.name().isBlank() ? guid(job) : text.of(job.name());
  }

  String guid(Job job) {
    return text.of(EntityShape.guid(job));
  }

  String firstError(Job job) {
    String error = job.hasTasks() ? Plain.firstOf(job.getErrors()) : null;
    return error == null ? null : text.of(error);
  }

  static String percent(Job job) {
    return job.hasTasks() ? Plain.percent(job.getProgress()) : null;
  }

  static String elapsed(Progress progress) {
    return Plain.elapsed(progress.began(), null, progress.now());
  }

  /** What is left by an estimate, so roughly that nobody takes it for more. */
  static String estimate(Progress progress) {
    if (progress.expectedEnd() == null || !progress.expectedEnd().isAfter(progress.now())) {
      return null;
    }
    long seconds = Duration.between(progress.now(), progress.expectedEnd()).toSeconds();
    long tens = Math.max(1, (seconds + 5) / 10);
    long minutes = (seconds + 30) / 60;
    String left =
        tens < 6
            ? tens * 10 + " s"
            : minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    return "about " + left + " left";
  }

  static String deadline(Progress progress) {
    if (progress.deadline() == null) {
      return null;
    }
    Duration whole = Duration.between(progress.began(), progress.deadline());
    Duration left = Duration.between(progress.now(), progress.deadline());
    boolean isNear = left.compareTo(whole.dividedBy(LAST_PART)) < 0;
    return isNear && !left.isNegative() && !left.isZero()
        ? "gives up in " + Plain.duration(left)
        : null;
  }

  static String missed(Progress progress) {
    Instant since = progress.missedSince();
    return since == null ? null : "no answer for " + Plain.elapsed(since, null, progress.now());
  }
}
