package dev.amsshell.triage;

import dev.amsshell.base.Failure;
import dev.amsshell.job.Asset;
import dev.amsshell.job.Fault;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import dev.amsshell.job.Task;
import dev.amsshell.render.Plain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is known of a job, in sentences. */
final class Story {
  /** Fewer neighbours than that are no measure. */
  private static final int FEWEST = 5;

  private final Job job;
  private final Instant now;
  private final List<String> sentences = new ArrayList<>();

  Story(Job job, Instant now) {
    this.job = job;
    this.now = now;
  }

  List<String> sentences() {
    return sentences;
  }

  /** What it is doing, and how it got there. */
  void state() {
    JobState state = job.state();
    Instant end = job.ended() == null ? now : job.ended();
    String after =
        job.created() == null || state.isFinal() && job.ended() == null
            ? ""
            : ", %s after it was submitted".formatted(between(job.created(), end));
    String when = job.ended() == null ? "" : " at " + Plain.time(job.ended()) + " UTC";
    sentences.add(
        state.isFinal()
            ? "The job ended as %s%s%s.".formatted(state, when, after)
            : "The job is %s%s%s.".formatted(state, progress(), after));
    if (job.started() != null && job.created() != null) {
      sentences.add(
          "It waited %s for its start, and %s at work for %s."
              .formatted(
                  between(job.created(), job.started()),
                  state.isFinal() ? "was" : "has been",
                  between(job.started(), end)));
    } else if (state.isFinal() && job.started() == null) {
      sentences.add("Its work never began.");
    }
    if (state.equals(JobState.CANCELED) || state.equals(JobState.CANCELING)) {
      sentences.add("Somebody asked to cancel it; the service does not say who.");
    } else if (state.equals(JobState.SCHEDULED)) {
      sentences.add("It has been given a unit, and its work is about to begin.");
    }
  }

  /** What could not be found out. */
  void unknown(String what, Failure failure) {
    sentences.add("%s could not be read: %s".formatted(what, failure.getMessage()));
  }

  private String progress() {
    Double progress = job.getProgress();
    return progress == null || job.started() == null ? "" : " at " + Plain.percent(progress);
  }

  /** What went wrong first, and what followed from it. */
  void failure(Task culprit, Fault cause) {
    String when = culprit.ended() == null ? "" : " at " + Plain.time(culprit.ended()) + " UTC";
    sentences.add(
        "Task '%s' failed%s%s with %s: %s"
            .formatted(
                Event.name(culprit),
                job.tasks().size() > 1 ? " first" : "",
                when,
                cause.code(),
                cause.message().isEmpty() ? "(no message)" : cause.message().strip()));
    List<Task> others = job.tasks().stream().filter(task -> task != culprit).toList();
    told(others, JobState.ERROR, "failed, too", "failed, too");
    told(others, JobState.CANCELED, "was canceled because of it", "were canceled because of it");
    told(others, JobState.FINISHED, "Finished", "Finished");
  }

  private void told(List<Task> tasks, JobState state, String one, String many) {
    List<String> names =
        tasks.stream()
            .filter(task -> task.state().equals(state))
            .map(task -> "'" + Event.name(task) + "'")
            .toList();
    if (!names.isEmpty()) {
      sentences.add(
          "%d other %s: %s."
              .formatted(
                  names.size(),
                  names.size() == 1 ? "task " + one : "tasks " + many,
                  String.join(", ", names)));
    }
  }

  /**
   * Why it does not start.
   *
   * @param before how many jobs are before it in the queue
   */
  void queue(long before, Load load) {
    String line = before == 1 ? "1 job is" : before + " jobs are";
    String units =
        !load.isKnown()
            ? ""
            : load.isFull()
                ? "All reserved units (%s) are busy. ".formatted(load.capacity())
                : "%d of the reserved units (%s) are busy, so that there is room. "
                    .formatted(load.working(), load.capacity());
    sentences.add("%sIn the queue, %s before it.".formatted(units, line));
  }

  /** Which of what it read and wrote exists no more. */
  void assets(List<Asset> inputs, List<Asset> outputs) {
    assets(inputs, "input");
    assets(outputs, "output");
  }

  private void assets(List<Asset> missing, String what) {
    if (!missing.isEmpty()) {
      String ids = missing.stream().map(Asset::id).collect(Collectors.joining(", "));
      sentences.add(
          missing.size() == 1
              ? "Its %s %s exists no more.".formatted(what, ids)
              : "%d of its %ss exist no more: %s.".formatted(missing.size(), what, ids));
    }
  }

  /** How it compares with those that were submitted at about the same time. */
  void neighbours(
      Explanation.Neighbours neighbours, Optional<Duration> wait, Optional<Duration> run) {
    if (neighbours.alike() > 0) {
      sentences.add(
          "%s failed in the same way within three hours of it."
              .formatted(
                  neighbours.alike() == 1 ? "1 other task" : neighbours.alike() + " other tasks"));
    }
    if (neighbours.jobs() == 0) {
      sentences.add("No other job was submitted within an hour of it.");
      return;
    }
    sentences.add(
        "%s submitted within an hour of it, of which %d failed."
            .formatted(
                neighbours.jobs() == 1 ? "1 other job was" : neighbours.jobs() + " other jobs were",
                neighbours.failed()));
    wait.ifPresent(own -> compared("waited", own, neighbours.waits()));
    run.ifPresent(own -> compared("ran", own, neighbours.runs()));
  }

  private void compared(String did, Duration own, Quantiles others) {
    if (others.count() >= FEWEST) {
      sentences.add(
          "It %s %s%s; half of these jobs %s no longer than %s."
              .formatted(
                  did,
                  Plain.span(own),
                  own.compareTo(others.p95()) > 0 ? ", which is unusually long" : "",
                  did,
                  Plain.span(others.median())));
    }
  }

  private static String between(Instant from, Instant to) {
    return Plain.span(Duration.between(from, to));
  }
}
