package dev.amsshell.await;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.job.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** One job that is waited for, as far as it is known. For the thread that waits. */
final class Watched {
  /** A job is gone when it was missing so often in a row; a single look may be mistaken. */
  private static final int ABSENT = 2;

  /** Tasks are given up after so many looks that did not bring them, at least. */
  private static final int UNREAD = 3;

  private final JobId id;
  private Job job;
  private Verdict.End end;
  private Instant decidedAt;
  private int looksWithoutTasks;
  private int absences;
  private JobState announced;
  private Instant changedAt;
  private Instant complainedAt;
  private Instant readAt;
  private boolean isFresh;

  Watched(JobId id) {
    this.id = id;
  }

  JobId id() {
    return id;
  }

  /** Under which it is known while it is waited for. */
  String key() {
    return Request.key(id.text());
  }

  /** As it was last seen, with the tasks that were last read; null when it never was. */
  Job job() {
    return job;
  }

  /** Null when it was never seen. */
  JobState state() {
    return job == null ? null : job.state();
  }

  /** The state that was last told of; null when none was. */
  JobState announced() {
    return announced;
  }

  void announce() {
    announced = job.state();
  }

  /** When it was first or last seen to change in any way; null when it never was seen. */
  Instant changedAt() {
    return changedAt;
  }

  /** Whether its progress will not have been looked at for so long, although it makes some. */
  boolean isUnread(Duration limit, Instant at) {
    return job != null && isAtWork() && (readAt == null || !at.isBefore(readAt.plus(limit)));
  }

  /** Whether it is time to complain then, unless it changes until then. */
  boolean isSuspect(Duration limit, Instant at) {
    return changedAt != null
        && !at.isBefore(changedAt.plus(limit))
        && (complainedAt == null
            || complainedAt.isBefore(changedAt)
            || !at.isBefore(complainedAt.plus(limit)));
  }

  /** Whether it is worth saying now that it does not change. */
  boolean isStill(Duration limit, Instant now) {
    return isSuspect(limit, now) && (isFresh || !isAtWork());
  }

  void complain(Instant now) {
    complainedAt = now;
  }

  /** Only then does progress tell more than the state does. */
  private boolean isAtWork() {
    return job.state().equals(JobState.PROCESSING);
  }

  /** It is there; tasks that were not read with it stay as they were, while its state does. */
  void see(Job now, Instant at) {
    boolean isSame = job != null && job.state().equals(now.state());
    Job known = isSame && job.hasTasks() && !now.hasTasks() ? now.with(job.tasks()) : now;
    if (job == null || !traits(job).equals(traits(now)) || hasProgressed(job, known)) {
      changedAt = at;
    }
    job = known;
    isFresh = now.hasTasks();
    readAt = isFresh ? at : readAt;
    absences = 0;
  }

  /** It is not there; whether that is believed now. */
  boolean miss() {
    absences++;
    return absences >= ABSENT;
  }

  /** Whether it was missing from the last look. */
  boolean isMissing() {
    return absences > 0;
  }

  boolean isGone() {
    return end == Verdict.End.GONE;
  }

  /** Whether it is known what comes of it. */
  boolean hasVerdict() {
    return end != null;
  }

  /** Whether something came of it in time. */
  boolean isOver() {
    return end != null && end != Verdict.End.LATE;
  }

  /** What has come of it; the first verdict stands. */
  void decide(Verdict.End verdict, Instant at) {
    if (end == null) {
      end = verdict;
      decidedAt = at;
    }
  }

  /** A look at it is over that did not bring its tasks, although it was decided. */
  void missTasks() {
    looksWithoutTasks++;
  }

  /** Whether it was decided so long ago, and looked at so often, that its tasks are given up. */
  boolean lacksTasksFor(Duration age, Instant now) {
    return looksWithoutTasks >= UNREAD && !now.isBefore(decidedAt.plus(age));
  }

  Verdict verdict() {
    return new Verdict(id, job, end);
  }

  /** All that moves, since no single property can be trusted to (wire sheet 5.4). */
  private static List<Object> traits(Job job) {
    return Arrays.asList(
        job.state(),
        job.priority(),
        job.started(),
        job.ended(),
        job.lastModified(),
        job.runningDuration());
  }

  private static boolean hasProgressed(Job before, Job now) {
    return before.hasTasks() && now.hasTasks() && !progress(before).equals(progress(now));
  }

  private static List<String> progress(Job job) {
    return job.tasks().stream().map(task -> task.state() + " " + task.progress()).toList();
  }
}
