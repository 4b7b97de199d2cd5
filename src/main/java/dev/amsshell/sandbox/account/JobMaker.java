package dev.amsshell.sandbox.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Draws jobs. Every draw is independent of the time of day and of the speed, so that one seed
 * always gives the same jobs; times are whole milliseconds, so that they survive the wire.
 */
final class JobMaker {

  private static final Duration OLDEST = Duration.ofDays(89);

  private final Random random;
  private final TaskMaker tasks;
  private final double speed;

  JobMaker(Random random, double speed) {
    this.random = random;
    this.tasks = new TaskMaker(random);
    this.speed = speed;
  }

  /** A job that was over before {@code start}; there are more of them the nearer to it. */
  JobPlan past(Instant start) {
    JobState outcome = outcome(0.76, 0.14);
    long wait = between(2, 240);
    long dispatch = between(1, 15);
    long work = between(40, 600) * (1 + random.nextInt(5));
    long canceling = between(2, 20);
    boolean neverStarted = random.nextInt(5) < 2 && outcome == JobState.CANCELED;
    double depth = random.nextDouble();
    long age = 15_000 + Math.round(OLDEST.toMillis() * depth * depth * depth);

    Instant ended = start.minusMillis(age);
    Instant asked = outcome == JobState.CANCELED ? ended.minusMillis(canceling) : null;
    Instant started = ended.minusMillis(canceling + work);
    Instant scheduled = started.minusMillis(dispatch);
    Instant created = scheduled.minusMillis(wait);
    return job(
        neverStarted
            ? new Timeline(created, null, null, asked, ended, outcome)
            : new Timeline(created, scheduled, started, asked, ended, outcome));
  }

  /** A job that is in an active state at {@code start} and whose work goes on from there. */
  JobPlan active(JobState state, Instant start) {
    long wait = between(20, 300);
    long dispatch = between(2, 10);
    long sinceStarted = between(3, 20);
    long leadTime = between(120, 2400);
    long work = between(300, 2700);
    Instant[] at = new Instant[4];
    switch (state) {
      case QUEUED -> {
        at[1] = start.plusMillis(scaled(leadTime));
        at[2] = at[1].plusMillis(scaled(between(60, 240)));
        at[0] = start.minusMillis(wait);
      }
      case SCHEDULED -> {
        at[1] = start.minusMillis(dispatch);
        at[2] = start.plusMillis(scaled(leadTime / 4));
        at[0] = at[1].minusMillis(wait);
      }
      default -> {
        at[2] = start.minusMillis(sinceStarted);
        at[1] = at[2].minusMillis(dispatch);
        at[0] = at[1].minusMillis(wait);
      }
    }
    boolean canceling = state == JobState.CANCELING;
    Instant workFrom = at[2].isAfter(start) ? at[2] : start;
    at[3] = workFrom.plusMillis(scaled(work));
    Instant asked = canceling ? start.minusMillis(1500) : null;
    JobState outcome = canceling ? JobState.CANCELED : outcome(0.8, 0.2);
    return job(new Timeline(at[0], at[1], at[2], asked, at[3], outcome));
  }

  /** A job that somebody submits while the sandbox runs. */
  JobPlan arriving(Instant created) {
    Instant scheduled = created.plusMillis(scaled(between(60, 600)));
    Instant started = scheduled.plusMillis(scaled(between(30, 180)));
    Instant ended = started.plusMillis(scaled(between(300, 2700)));
    return job(new Timeline(created, scheduled, started, null, ended, outcome(0.85, 0.15)));
  }

  /** Milliseconds of calendar time until somebody submits another job. */
  long millisToNextArrival() {
    return between(120, 300);
  }

  private JobPlan job(Timeline timeline) {
    String video = Titles.video(random);
    String name = Titles.job(random, video);
    int priority = List.of(0, 0, 0, 0, 0, 1, 5, 10).get(random.nextInt(8));
    String template = random.nextInt(20) == 0 ? WireId.random("jtid", random) : null;
    List<String> endPoints =
        random.nextInt(6) == 0 ? List.of(WireId.random("nepid", random)) : List.of();
    double processorShare = 0.6 + random.nextInt(30) / 100.0;
    return new JobPlan(
        WireId.random("jid", random),
        name,
        priority,
        template,
        processorShare,
        endPoints,
        timeline,
        tasks.tasksOf(timeline, video, priority, endPoints));
  }

  private JobState outcome(double finished, double failed) {
    double draw = random.nextDouble();
    if (draw < finished) {
      return JobState.FINISHED;
    }
    return draw < finished + failed ? JobState.ERROR : JobState.CANCELED;
  }

  /** A time between so many seconds, in milliseconds. */
  private long between(int fromSeconds, int toSeconds) {
    return 1000L * fromSeconds + random.nextInt(1000 * (toSeconds - fromSeconds));
  }

  private long scaled(long millisOfWork) {
    return Math.max(1, Math.round(millisOfWork / speed));
  }
}
