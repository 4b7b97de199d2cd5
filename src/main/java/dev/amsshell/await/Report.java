package dev.amsshell.await;

import dev.amsshell.base.Failure;
import dev.amsshell.job.Fault;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import dev.amsshell.render.Plain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Says in a few lines what came of a wait that did not bring what was waited for. */
final class Report {
  /** So many jobs, and so many errors of each, are named. */
  private static final int MOST = 10;

  private static final int MOST_FAULTS = 3;

  /** What was seen since then is as it is now. */
  private static final Duration RECENT = Duration.ofMinutes(2);

  private final Goal goal;
  private final Instant began;
  private final Instant now;
  private final String service;

  /**
   * @param began when the wait did
   * @param service where the jobs are
   */
  Report(Goal goal, Instant began, Instant now, String service) {
    this.goal = goal;
    this.began = began;
    this.now = now;
    this.service = service;
  }

  /** A query gave no job for so long. */
  static AwaitFailed nothingAppeared(Duration appear) {
    return new AwaitFailed(
        Failure.Kind.NO_SUCH_JOB,
        "no job appeared within " + Plain.duration(appear),
        "Is what submits it running, and is the query right? explain() shows what is asked.",
        List.of());
  }

  /** A query got no answer for so long. */
  static AwaitFailed notAnswered(Duration waited) {
    return new AwaitFailed(
        Failure.Kind.DEADLINE,
        "the query was not answered within " + Plain.duration(waited),
        "Is the service well? Ask again, or give it longer.",
        List.of());
  }

  /** Of verdicts of which at least one is bad. */
  AwaitFailed of(List<Verdict> verdicts) {
    List<Verdict> bad =
        verdicts.stream()
            .filter(each -> !each.isReached())
            .sorted(Comparator.comparing(Verdict::end))
            .toList();
    Verdict worst = bad.get(0);
    String message = verdicts.size() == 1 ? one(worst) : many(verdicts, bad);
    return new AwaitFailed(kind(worst.end()), message, advice(worst, bad), verdicts);
  }

  private String one(Verdict verdict) {
    Job job = verdict.job();
    List<String> lines = new ArrayList<>();
    lines.add(
        switch (verdict.end()) {
          case FAILED -> Wording.name(job) + " ended in Error" + after(job);
          case CANCELED -> Wording.name(job) + " was Canceled" + after(job);
          case MISSED -> "%s Finished%s without %s".formatted(Wording.name(job), after(job), goal);
          case GONE ->
              job == null
                  ? "no such job: %s at %s".formatted(verdict.id(), service)
                  : "%s vanished while it was awaited; it was last seen at %s UTC (%s)"
                      .formatted(Wording.name(job), Plain.time(job.asOf()), job.state());
          case LATE ->
              "%s after %s: %s"
                  .formatted(
                      missed(),
                      Plain.duration(Duration.between(began, now)),
                      job == null ? "job " + verdict.id() + ", never seen" : lastSeen(job));
          case REACHED -> throw new IllegalArgumentException("nothing is wrong");
        });
    lines.addAll(faults(job));
    return String.join("\n", lines);
  }

  private String missed() {
    if (goal instanceof Goal.Holds) {
      return "'until' did not come true";
    }
    return goal.equals(Goal.END) ? "not over" : "not " + goal;
  }

  /** With the time, when it is not just now. */
  private String lastSeen(Job job) {
    boolean isOld = Duration.between(job.asOf(), now).compareTo(RECENT) > 0;
    return Wording.of(job)
        + (isOld ? ", last seen at %s UTC".formatted(Plain.time(job.asOf())) : "");
  }

  private String many(List<Verdict> verdicts, List<Verdict> bad) {
    Map<Verdict.End, Integer> counts = new EnumMap<>(Verdict.End.class);
    verdicts.forEach(each -> counts.merge(each.end(), 1, Integer::sum));
    int reached = Objects.requireNonNullElse(counts.remove(Verdict.End.REACHED), 0);
    List<String> parts = new ArrayList<>();
    counts.forEach((end, count) -> parts.add(count + " " + label(end)));
    List<String> lines = new ArrayList<>();
    lines.add(
        "of %d jobs, %s; %d %s"
            .formatted(verdicts.size(), String.join(", ", parts), reached, reached(verdicts)));
    bad.stream().limit(MOST).forEach(each -> lines.add("  " + brief(each)));
    if (bad.size() > MOST) {
      lines.add("  ... and " + (bad.size() - MOST) + " more");
    }
    return String.join("\n", lines);
  }

  private String reached(List<Verdict> verdicts) {
    if (!goal.equals(Goal.END)) {
      return "reached " + goal;
    }
    boolean areFinished =
        verdicts.stream()
            .filter(Verdict::isReached)
            .allMatch(each -> each.job().state().equals(JobState.FINISHED));
    return areFinished ? "Finished" : "over";
  }

  private static String brief(Verdict verdict) {
    Job job = verdict.job();
    if (job == null) {
      return "job %s: %s".formatted(verdict.id(), label(verdict.end()));
    }
    String gone = verdict.end() == Verdict.End.GONE ? ", then gone" : "";
    List<Fault> faults = job.hasTasks() ? job.getErrors() : List.of();
    return Wording.of(job) + gone + (faults.isEmpty() ? "" : ", " + Wording.of(faults.get(0)));
  }

  private static List<String> faults(Job job) {
    if (job == null || !job.hasTasks()) {
      return List.of();
    }
    return job.getErrors().stream()
        .limit(MOST_FAULTS)
        .map(each -> "  " + Wording.of(each))
        .toList();
  }

  private static String label(Verdict.End end) {
    return switch (end) {
      case GONE -> "gone";
      case FAILED -> "in Error";
      case CANCELED -> "Canceled";
      case LATE -> "not over in time";
      case MISSED -> "over without it";
      case REACHED -> "as wanted";
    };
  }

  private static String advice(Verdict worst, List<Verdict> bad) {
    return switch (worst.end()) {
      case FAILED ->
          switch (AwaitFailed.retry(AwaitFailed.errors(bad))) {
            case YES -> "Retry: yes. The trouble was the service's own; submit the job again.";
            case NO -> "Retry: no. Mend the input or the configuration first.";
            case MAYBE -> "Retry: maybe. The message above is all that is known.";
          };
      case CANCELED -> "Somebody canceled it; submit it again if that was not meant.";
      case MISSED -> "It will not change any more.";
      case GONE ->
          worst.job() == null
              ? "Check the id and the account; records are purged after 90 days."
              : "Somebody deleted it, or its record was purged; what came of it is not known.";
      case LATE ->
          worst.job() == null
              ? "It was never seen: is the id right? Give it longer with timeout: or --timeout."
              : worst.job().state().isFinal()
                  ? "It is over, but its tasks could not be read; ask for the job again."
                  : "It goes on. Wait for it again, or longer: await(timeout: 2.hours), --timeout 2h.";
      case REACHED -> "";
    };
  }

  private static Failure.Kind kind(Verdict.End end) {
    return switch (end) {
      case GONE -> Failure.Kind.NO_SUCH_JOB;
      case FAILED -> Failure.Kind.JOB_FAILED;
      case CANCELED -> Failure.Kind.JOB_CANCELED;
      case LATE -> Failure.Kind.DEADLINE;
      default -> Failure.Kind.STATE_MISSED;
    };
  }

  /** How long it worked, when that is known. */
  private static String after(Job job) {
    Instant from = job.started() == null ? job.created() : job.started();
    return from == null || job.ended() == null
        ? ""
        : " after " + Plain.duration(Duration.between(from, job.ended()));
  }
}
