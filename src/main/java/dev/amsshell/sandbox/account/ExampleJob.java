package dev.amsshell.sandbox.account;

import dev.amsshell.sandbox.account.TaskMaker.Common;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * The job of the documents. It is always there, under this id and name, Processing when the sandbox
 * starts and Finished a few seconds later.
 */
final class ExampleJob {

  static final String ID = WireId.of("jid", Account.EXAMPLE);
  static final String NAME = "Encoding BigBuckBunny into H264 Adaptive bitrate MP4 set";

  private static final String INPUT = "nb:cid:UUID:1f3d0b4a-6c1e-4d6e-9f5b-0f7b9a5d2c31";

  /** Seven minutes, which are seven seconds at the default speed. */
  private static final long WORK_MILLIS = 420_000;

  private ExampleJob() {}

  static Job at(Instant start, Pace pace) {
    long work = pace.millis(WORK_MILLIS);
    Instant created = start.minusMillis(5000);
    Instant scheduled = start.minusMillis(3000);
    Instant started = start.minusMillis(1000);
    Timeline times = new Timeline(created, scheduled, started, null, null, null);
    // A generator of its own: the job is the same whatever the account's seed.
    TaskMaker maker = new TaskMaker(new Random(ID.hashCode()));
    Common common = new Common("BigBuckBunny.mp4", List.of(), 2, null);
    Work plain = maker.decisive(Fate.ORDINARY);
    Instant half = start.plusMillis(work / 2);
    Instant whole = start.plusMillis(work);
    return new Job(
        ID,
        NAME,
        0,
        null,
        List.of(INPUT),
        List.of(),
        created,
        null,
        times,
        List.of(
            maker.task(Recipe.ADAPTIVE, 0, false, common, plain, created, whole, times),
            maker.task(Recipe.THUMBNAILS, 1, false, common, plain, created, half, times)));
  }
}
