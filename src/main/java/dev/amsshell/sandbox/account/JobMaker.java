package dev.amsshell.sandbox.account;

import dev.amsshell.sandbox.account.TaskMaker.Common;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
  private final Pace pace;

  JobMaker(Random random, Pace pace) {
    this.random = random;
    this.tasks = new TaskMaker(random);
    this.pace = pace;
  }

  /** A job that was over before {@code start}; there are more of them the nearer to it. */
  Job past(Instant start) {
    JobState outcome = outcome();
    double depth = random.nextDouble();
    long age = 15_000 + Math.round(OLDEST.toMillis() * depth * depth * depth);
    Timeline times = past(outcome, null, start.minusMillis(age));
    Draft draft = draft(times.created());
    return job(draft, times, tasks.past(times, draft.common(), TaskErrors.any(random)));
  }

  /** A job in an active state at {@code start}; its work goes on from there. */
  Job active(JobState state, boolean fails, Instant start) {
    Instant created = start.minusMillis(Pace.draw(random, 20, 300));
    Draft draft = draft(created);
    Fate fate = fails ? failing() : Fate.ORDINARY;
    return underway(state, start, waiting(draft, created, draft.common(), fate));
  }

  /** A job that somebody submits while the sandbox runs. */
  Job arriving(Instant created, Submissions submissions) {
    Draft draft = draft(created);
    Fate drawn = random.nextInt(20) < 3 ? failing() : Fate.ORDINARY;
    Fate fate = submissions.fateOf(draft.name(), random).orElse(drawn);
    return waiting(draft, created, draft.common(), fate);
  }

  /** One of the jobs that a scenario asks for. */
  Job planted(PlantedJobs wanted, int number, Instant start) {
    long step = wanted.count() > 1 ? wanted.spread().toMillis() / (wanted.count() - 1) : 0;
    Instant at = start.minus(wanted.ago()).minusMillis(step * (wanted.count() - number));
    Timeline times =
        wanted.state().isFinal() ? past(wanted.state(), wanted.fate().work(), at) : unstarted(at);
    Draft drawn = draft(times.created());
    Placeholders fill = new Placeholders(number, random);
    Fate fate = fill.in(wanted.fate());
    Draft draft =
        new Draft(
            wanted.id() == null ? drawn.id() : WireId.of("jid", wanted.id()),
            wanted.name() == null ? drawn.name() : fill.in(wanted.name()),
            drawn.video(),
            wanted.priority(),
            drawn.templateId(),
            drawn.subscriptions());
    // What sticks is to be seen sticking, not waited for behind other tasks.
    int count = wanted.tasks() == 0 && fate.sticksAt() != null ? 1 : wanted.tasks();
    Common common = new Common(draft.video(), draft.subscriptions(), count, wanted.processor());
    Instant vanishes = fate.vanishesAfter() == null ? null : start.plus(fate.vanishesAfter());
    if (!wanted.state().isFinal()) {
      return vanishing(underway(wanted.state(), start, waiting(draft, at, common, fate)), vanishes);
    }
    ErrorDetail error = fate.error() == null ? TaskErrors.any(random) : fate.error();
    return vanishing(job(draft, times, tasks.past(times, common, error)), vanishes);
  }

  /** Milliseconds of calendar time until somebody submits another job. */
  long millisToNextArrival(List<Duration> between) {
    long shortest = between.get(0).toMillis();
    long span = Math.max(1, between.get(1).toMillis() - shortest);
    return Math.max(1, shortest + (long) (random.nextDouble() * span));
  }

  /** What is drawn of every job alike. */
  private record Draft(
      String id,
      String name,
      String video,
      int priority,
      String templateId,
      List<Subscription> subscriptions) {
    Common common() {
      return new Common(video, subscriptions, 0, null);
    }
  }

  private Draft draft(Instant created) {
    String video = Titles.video(random);
    String name = Titles.job(random, video);
    int priority = List.of(0, 0, 0, 0, 0, 1, 5, 10).get(random.nextInt(8));
    String template = random.nextInt(20) == 0 ? JobTemplates.any(random).id() : null;
    List<Subscription> told =
        random.nextInt(6) == 0
            ? List.of(new Subscription(NotificationEndPoints.any(random).id(), 2, true))
            : List.of();
    return new Draft(WireId.random("jid", random), name, video, priority, template, told);
  }

  private Job waiting(Draft draft, Instant created, Common common, Fate fate) {
    Job job = job(draft, unstarted(created), tasks.unstarted(created, common, fate));
    return vanishing(job, fate.vanishesAfter() == null ? null : created.plus(fate.vanishesAfter()));
  }

  private Job job(Draft draft, Timeline times, List<Task> tasksOfJob) {
    return new Job(
        draft.id(),
        draft.name(),
        draft.priority(),
        draft.templateId(),
        List.of(WireId.random("cid", random)),
        draft.subscriptions(),
        times.created(),
        null,
        times,
        tasksOfJob);
  }

  private static Job vanishing(Job job, Instant at) {
    return at == null ? job : job.vanishing(at);
  }

  /** Brings a waiting job as far as it has come at the start. */
  private Job underway(JobState state, Instant start, Job job) {
    if (state == JobState.QUEUED) {
      return job;
    }
    List<Task> after = new ArrayList<>(job.tasks());
    Task first = after.get(0);
    Instant started =
        state == JobState.SCHEDULED
            ? start.plusMillis(pace.millis(first.work().dispatchMillis()))
            : start.minusMillis(Math.min(Pace.draw(random, 3, 9), millisSince(job, start) / 2));
    Instant scheduled =
        state == JobState.SCHEDULED
            ? start.minusMillis(Math.min(Pace.draw(random, 2, 10), millisSince(job, start) / 2))
            : started.minusMillis(millisSince(job, started) / 2);
    Instant from = started.isAfter(start) ? started : start;
    Instant due = from.plusMillis(pace.millis(first.work().workMillis()));
    after.set(0, first.granted(scheduled, started, due));
    Job running = job.with(after);
    if (state != JobState.CANCELING) {
      return running;
    }
    Instant asked = start.minusMillis(Math.min(1500, millisSince(job, start) / 8));
    Instant stopped = start.plusMillis(pace.millis(first.work().cancelMillis()));
    return running
        .withCancelRequested(asked)
        .with(running.tasks().stream().map(task -> task.canceled(asked, stopped)).toList());
  }

  private static long millisSince(Job job, Instant at) {
    return Duration.between(job.timeline().created(), at).toMillis();
  }

  /**
   * @param time how long its work took, null to draw that
   */
  private Timeline past(JobState outcome, Duration time, Instant ended) {
    long wait = Pace.draw(random, 2, 240);
    long dispatch = Pace.draw(random, 1, 15);
    long drawn = Pace.draw(random, 40, 600) * (1 + random.nextInt(5));
    long work = time == null ? drawn : time.toMillis();
    long canceling = Pace.draw(random, 2, 20);
    boolean neverStarted = random.nextInt(5) < 2 && outcome == JobState.CANCELED;
    Instant asked = outcome == JobState.CANCELED ? ended.minusMillis(canceling) : null;
    Instant started = ended.minusMillis(canceling + work);
    Instant scheduled = started.minusMillis(dispatch);
    Instant created = scheduled.minusMillis(wait);
    return neverStarted
        ? new Timeline(created, null, null, asked, ended, outcome)
        : new Timeline(created, scheduled, started, asked, ended, outcome);
  }

  private static Timeline unstarted(Instant created) {
    return new Timeline(created, null, null, null, null, null);
  }

  private Fate failing() {
    return Fate.failing(TaskErrors.any(random));
  }

  private JobState outcome() {
    double draw = random.nextDouble();
    if (draw < 0.76) {
      return JobState.FINISHED;
    }
    return draw < 0.9 ? JobState.ERROR : JobState.CANCELED;
  }
}
