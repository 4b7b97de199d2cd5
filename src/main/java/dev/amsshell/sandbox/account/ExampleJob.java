package dev.amsshell.sandbox.account;

import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * The job of the documents. It is always there, under this id and name, Processing when the sandbox
 * starts and Finished a few seconds later.
 */
final class ExampleJob {

  static final String ID = "nb:jid:UUID:f3c43f94-327f-2347-90bb-3bf79f8559f1";
  static final String NAME = "Encoding BigBuckBunny into H264 Adaptive bitrate MP4 set";

  /** Seven minutes, which are seven seconds at the default speed. */
  private static final double WORK_MILLIS = 420_000;

  private ExampleJob() {}

  static JobPlan at(Instant start, double speed) {
    long work = Math.max(1, Math.round(WORK_MILLIS / speed));
    Timeline whole = timeline(start, start.plusMillis(work));
    Timeline firstHalf = timeline(start, start.plusMillis(work / 2));
    // A generator of its own: the job is the same whatever the account's seed.
    TaskMaker maker = new TaskMaker(new Random(ID.hashCode()));
    String video = "BigBuckBunny.mp4";
    return new JobPlan(
        ID,
        NAME,
        0,
        null,
        0.8,
        List.of(),
        whole,
        List.of(
            maker.task(Recipe.ADAPTIVE, "JobInputAsset(0)", 0, video, 0, List.of(), whole),
            maker.task(Recipe.THUMBNAILS, "JobInputAsset(0)", 1, video, 0, List.of(), firstHalf)));
  }

  private static Timeline timeline(Instant start, Instant ended) {
    return new Timeline(
        start.minusMillis(5000),
        start.minusMillis(3000),
        start.minusMillis(1000),
        null,
        ended,
        JobState.FINISHED);
  }
}
