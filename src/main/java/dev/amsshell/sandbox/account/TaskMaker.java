package dev.amsshell.sandbox.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Fills a job's time with tasks. They run either in a chain, each on the output of the one before,
 * or side by side. One of them decides the job: it ends with the job and as the job does.
 */
final class TaskMaker {

  private static final long LONGEST_GAP_MILLIS = 2000;

  private final Random random;

  TaskMaker(Random random) {
    this.random = random;
  }

  List<TaskPlan> tasksOf(Timeline job, String video, int priority, List<String> endPoints) {
    int count = 1 + Math.min(random.nextInt(5), random.nextInt(4));
    boolean chained = random.nextBoolean();
    int decider = job.outcome() == JobState.FINISHED ? count - 1 : random.nextInt(count);
    List<TaskPlan> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Timeline times = chained ? chained(job, i, decider) : sideBySide(job, i == decider);
      Recipe recipe = Recipe.ALL.get(random.nextInt(Recipe.ALL.size()));
      String input = chained && i > 0 ? "JobOutputAsset(" + (i - 1) + ")" : "JobInputAsset(0)";
      tasks.add(task(recipe, input, i, video, priority, endPoints, times));
    }
    return tasks;
  }

  TaskPlan task(
      Recipe recipe,
      String input,
      int index,
      String video,
      int priority,
      List<String> endPoints,
      Timeline times) {
    boolean failed = times.outcome() == JobState.ERROR;
    boolean finished = times.outcome() == JobState.FINISHED;
    return new TaskPlan(
        WireId.random("tid", random),
        WireId.randomGuid(random),
        recipe.taskName(),
        recipe.configuration(),
        recipe.mediaProcessorId(),
        TaskBody.of(input, index, video + " - " + recipe.taskName() + " - Output"),
        priority,
        failed ? TaskErrors.any(random) : null,
        finished ? 100 : 5 + random.nextInt(90),
        0.6 + random.nextInt(30) / 100.0,
        endPoints,
        times);
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
