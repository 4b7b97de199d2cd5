package dev.amsshell.sandbox.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws the tasks of a job. They run either in a chain, each on the output of the one before, or
 * side by side. One of them, the decider, is what makes the job end as it does.
 */
final class TaskMaker {

  private static final long LONGEST_GAP_MILLIS = 2000;

  private final Random random;

  TaskMaker(Random random) {
    this.random = random;
  }

  /**
   * What the tasks of one job have in common.
   *
   * @param count how many, 0 to draw a number
   * @param processor the name of the processor, null to draw one for each
   */
  record Common(String video, List<Subscription> subscriptions, int count, String processor) {}

  /** Tasks that have filled the time of a job that is over. */
  List<Task> past(Timeline job, Common common, ErrorDetail error) {
    int count = count(common);
    boolean chained = random.nextBoolean();
    int decider = job.outcome() == JobState.FINISHED ? count - 1 : random.nextInt(count);
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Timeline times = chained ? chained(job, i, decider) : sideBySide(job, i == decider);
      ErrorDetail failure = times.outcome() == JobState.ERROR ? error : null;
      double progress = times.outcome() == JobState.FINISHED ? 100 : 5 + random.nextInt(90);
      Instant ready = ready(chained && i > 0 ? tasks.get(i - 1) : null, times);
      Work work = work(null, failure, progress, false);
      tasks.add(task(recipe(common), i, chained, common, work, ready, times.ended(), times));
    }
    return tasks;
  }

  /** Tasks that nobody has begun yet. */
  List<Task> unstarted(Instant created, Common common, Fate fate) {
    int count = count(common);
    boolean chained = random.nextBoolean();
    int decider = fate.sticksAt() != null ? count - 1 : random.nextInt(count);
    Timeline times = new Timeline(created, null, null, null, null, null);
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant ready = chained && i > 0 ? null : created;
      Work work = i == decider ? decisive(fate) : work(fate.work(), null, 100, false);
      tasks.add(task(recipe(common), i, chained, common, work, ready, null, times));
    }
    return tasks;
  }

  /** The work of the task that decides what becomes of its job. */
  Work decisive(Fate fate) {
    double progress = fate.error() != null ? 5 + random.nextInt(90) : 100;
    boolean sticks = fate.sticksAt() != null;
    return work(fate.work(), fate.error(), sticks ? fate.sticksAt() : progress, sticks);
  }

  /**
   * @param time how long it takes in real life, null to draw that
   */
  Work work(Duration time, ErrorDetail error, double progressAtEnd, boolean sticks) {
    long drawn = Pace.draw(random, 300, 2700);
    return new Work(
        time == null ? Pace.draw(random, 30, 180) : Math.min(10_000, time.toMillis() / 20),
        time == null ? drawn : time.toMillis(),
        Pace.draw(random, 60, 240),
        error,
        progressAtEnd,
        sticks,
        0.6 + random.nextInt(30) / 100.0);
  }

  Task task(
      Recipe recipe,
      int index,
      boolean chained,
      Common common,
      Work work,
      Instant ready,
      Instant due,
      Timeline times) {
    boolean follows = chained && index > 0;
    String output = common.video() + " - " + recipe.taskName() + " - Output";
    return new Task(
        WireId.random("tid", random),
        recipe.taskName(),
        recipe.configuration(),
        recipe.mediaProcessorId(),
        new TaskBody(
            List.of(new TaskBody.Input(follows, follows ? index - 1 : 0)),
            List.of(
                new TaskBody.Output(
                    index, WireId.random("cid", random), output, 0, 0, Asset.STORAGE))),
        0,
        Encryption.NONE,
        common.subscriptions(),
        work,
        ready,
        due,
        times);
  }

  private int count(Common common) {
    int drawn = 1 + Math.min(random.nextInt(5), random.nextInt(4));
    return common.count() > 0 ? common.count() : drawn;
  }

  private Recipe recipe(Common common) {
    List<Recipe> recipes = Recipe.of(common.processor());
    return recipes.get(random.nextInt(recipes.size()));
  }

  private static Instant ready(Task before, Timeline times) {
    if (before == null) {
      return times.created();
    }
    return before.timeline().outcome() == JobState.FINISHED ? before.timeline().ended() : null;
  }

  private static Timeline chained(Timeline job, int index, int decider) {
    if (job.started() == null || index > decider) {
      return neverStarted(job);
    }
    long whole = Duration.between(job.started(), job.ended()).toMillis();
    long slot = whole / (decider + 1);
    long gap = index == 0 ? 0 : Math.min(LONGEST_GAP_MILLIS, slot / 20);
    Instant from = job.started().plusMillis(index * slot);
    if (job.cancelRequested() != null && !from.plusMillis(gap).isBefore(job.cancelRequested())) {
      return neverStarted(job);
    }
    Instant to = index == decider ? job.ended() : from.plusMillis(slot);
    Instant scheduled = index == 0 ? job.scheduled() : from.plusMillis(gap / 2);
    return ending(job, scheduled, from.plusMillis(gap), to, index == decider);
  }

  private Timeline sideBySide(Timeline job, boolean decider) {
    double share = 0.3 + 0.6 * random.nextDouble();
    boolean finishesBefore = random.nextBoolean() || job.outcome() == JobState.FINISHED;
    if (job.started() == null) {
      return neverStarted(job);
    }
    boolean withJob = decider || !finishesBefore;
    long whole = Duration.between(job.started(), job.ended()).toMillis();
    Instant to = withJob ? job.ended() : job.started().plusMillis(Math.round(whole * share));
    Timeline times = ending(job, job.scheduled(), job.started(), to, withJob);
    // The sibling of a task that failed is canceled by the service (wire sheet 4.1).
    boolean sibling = withJob && !decider && job.outcome() == JobState.ERROR;
    return sibling ? withOutcome(times, JobState.CANCELED) : times;
  }

  private static Timeline neverStarted(Timeline job) {
    Instant canceling = job.cancelRequested();
    return new Timeline(job.created(), null, null, canceling, job.ended(), JobState.CANCELED);
  }

  private static Timeline ending(
      Timeline job, Instant scheduled, Instant started, Instant to, boolean withJob) {
    // What was done before anybody asked to cancel is not canceled any more.
    boolean canceled =
        job.cancelRequested() != null && (withJob || !to.isBefore(job.cancelRequested()));
    Instant ended = canceled ? job.ended() : to;
    Instant asked = canceled ? job.cancelRequested() : null;
    JobState outcome = withJob || canceled ? job.outcome() : JobState.FINISHED;
    return new Timeline(job.created(), scheduled, started, asked, ended, outcome);
  }

  private static Timeline withOutcome(Timeline times, JobState outcome) {
    return new Timeline(
        times.created(),
        times.scheduled(),
        times.started(),
        times.cancelRequested(),
        times.ended(),
        outcome);
  }
}
