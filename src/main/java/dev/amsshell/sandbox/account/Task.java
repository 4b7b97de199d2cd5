package dev.amsshell.sandbox.account;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A task, as far as its life is decided. It never changes; each turn of its life makes a new one.
 *
 * @param body which assets it reads and writes
 * @param options flags (wire sheet 4.2)
 * @param work what there is to do
 * @param ready when its inputs were there, null while it waits for another task
 * @param due when its work will be done unless something happens, null before it has begun
 */
public record Task(
    String id,
    String name,
    String configuration,
    String mediaProcessorId,
    TaskBody body,
    int options,
    Encryption encryption,
    List<Subscription> subscriptions,
    Work work,
    Instant ready,
    Instant due,
    Timeline timeline) {

  /** The configuration is encrypted, so that nothing here can read it (wire sheet 4.2). */
  public static final int PROTECTED_CONFIGURATION = 1;

  /** Keep what a failed task has written (wire sheet 4.2). */
  public static final int DO_NOT_DELETE_OUTPUT_ASSET_ON_FAILURE = 2;

  /** Go on when a sibling fails (wire sheet 4.2). */
  public static final int DO_NOT_CANCEL_ON_JOB_FAILURE = 4;

  /** The GUID by which messages of the encoder call the task. */
  String mediaTaskId() {
    return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
  }

  boolean has(int option) {
    return (options & option) != 0;
  }

  boolean isWaiting() {
    return timeline.scheduled() == null && timeline.ended() == null;
  }

  boolean isRunning() {
    return timeline.scheduled() != null && timeline.ended() == null;
  }

  Task ready(Instant at) {
    return with(at, due, timeline);
  }

  Task granted(Instant scheduled, Instant started, Instant due) {
    return with(ready, due, new Timeline(timeline.created(), scheduled, started, null, null, null));
  }

  Task ended(Instant at, JobState outcome) {
    return with(
        ready,
        due,
        new Timeline(
            timeline.created(), timeline.scheduled(), timeline.startedAt(at), null, at, outcome));
  }

  /** Work that has not begun when somebody asks to cancel it never begins. */
  Task canceled(Instant asked, Instant at) {
    Instant started = timeline.startedAt(asked);
    return with(
        ready,
        due,
        new Timeline(
            timeline.created(), timeline.scheduled(), started, asked, at, JobState.CANCELED));
  }

  private Task with(Instant newReady, Instant newDue, Timeline newTimeline) {
    return new Task(
        id,
        name,
        configuration,
        mediaProcessorId,
        body,
        options,
        encryption,
        subscriptions,
        work,
        newReady,
        newDue,
        newTimeline);
  }
}
