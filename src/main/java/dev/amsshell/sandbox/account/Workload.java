package dev.amsshell.sandbox.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Who works when. Each reserved unit does one task at a time (wire sheet 4.4); of the tasks that
 * wait, the one whose job has the highest priority goes first, then the one whose job is older.
 */
final class Workload {

  /** How long a captured task waited although nothing was in its way (wire sheet 5.4). */
  private static final long DISPATCH_MILLIS = 6_000;

  private record Waiting(int priority, Instant created, String jobId, int task) {}

  private final JobTable jobs;
  private final AssetTable assets;
  private final Agenda agenda;
  private final Pace pace;
  private final Set<String> busy = new HashSet<>();
  private final TreeSet<Waiting> waiting =
      new TreeSet<>(
          Comparator.comparing(Waiting::priority, Comparator.reverseOrder())
              .thenComparing(Waiting::created)
              .thenComparing(Waiting::jobId)
              .thenComparing(Waiting::task));

  private int units;

  Workload(JobTable jobs, AssetTable assets, Agenda agenda, Pace pace, int units) {
    this.jobs = jobs;
    this.assets = assets;
    this.agenda = agenda;
    this.pace = pace;
    this.units = units;
  }

  /** Takes over a job of the table: goes on with what runs, and lines up what can. */
  void take(Job job, Instant now) {
    if (job.timeline().stateAt(now) == JobState.CANCELING) {
      for (Task task : job.tasks()) {
        if (task.timeline().scheduled() != null) {
          busy.add(task.id());
        }
      }
      awaitStop(job);
    }
    for (int i = 0; i < job.tasks().size(); i++) {
      Task task = job.tasks().get(i);
      if (task.isRunning()) {
        busy.add(task.id());
        awaitEnd(job.id(), i, task);
      } else if (task.isWaiting() && task.ready() != null) {
        waiting.add(waiting(job, i));
      }
    }
  }

  /** Starts what can be started now. */
  void grantUnits(Instant now) {
    while (busy.size() < units && !waiting.isEmpty()) {
      Waiting first = waiting.pollFirst();
      Job job = jobs.find(first.jobId()).orElseThrow();
      Task task = job.tasks().get(first.task());
      Instant started = now.plusMillis(pace.millis(task.work().dispatchMillis()));
      Instant due = started.plusMillis(pace.millis(task.work().workMillis()));
      Task granted = task.granted(now, started, due);
      busy.add(task.id());
      jobs.replace(job.with(changed(job, first.task(), granted)));
      awaitEnd(job.id(), first.task(), granted);
    }
  }

  /** A new job is Queued when its client first sees it, even if units are free (wire sheet 4.1). */
  void dispatchLater(Instant now) {
    agenda.add(now.plusMillis(pace.millis(DISPATCH_MILLIS)), this::grantUnits);
  }

  void setUnits(int count, Instant now) {
    units = count;
    grantUnits(now);
  }

  /** Stops a job; its tasks are Canceling until they have stopped. */
  void cancel(Job job, Instant now) {
    forgetWaiting(job);
    long longest = 0;
    for (Task task : job.tasks()) {
      longest = Math.max(longest, task.work().cancelMillis());
    }
    Instant stopped = now.plusMillis(pace.millis(longest));
    Job asked = job.withCancelRequested(now);
    Job canceled =
        asked.with(
            each(
                job, task -> task.timeline().ended() == null ? task.canceled(now, stopped) : task));
    jobs.replace(canceled);
    awaitStop(canceled);
  }

  /** Frees the units of a job that has been told to stop, once it has. */
  private void awaitStop(Job job) {
    agenda.add(
        job.timeline().ended(),
        at -> {
          job.tasks().forEach(task -> busy.remove(task.id()));
          grantUnits(at);
        });
  }

  void changePriority(Job job, int priority, Instant now) {
    forgetWaiting(job);
    Job changed = job.withPriority(priority, now);
    jobs.replace(changed);
    take(changed, now);
  }

  /** Forgets jobs that are no longer in the table. */
  void drop(List<Job> gone, Instant now) {
    for (Job job : gone) {
      forgetWaiting(job);
      job.tasks().forEach(task -> busy.remove(task.id()));
    }
    grantUnits(now);
  }

  private void awaitEnd(String jobId, int index, Task granted) {
    if (!granted.work().sticks()) {
      agenda.add(granted.due(), at -> end(jobId, index, at));
    }
  }

  private void end(String jobId, int index, Instant at) {
    Job job = jobs.find(jobId).orElse(null);
    Task task = job == null ? null : job.tasks().get(index);
    if (task == null || !task.isRunning()) {
      return;
    }
    busy.remove(task.id());
    boolean failed = task.work().error() != null;
    Task ended = task.ended(at, failed ? JobState.ERROR : JobState.FINISHED);
    Job after = job.with(changed(job, index, ended));
    jobs.replace(after);
    if (failed) {
      dropOutputs(ended);
      cancelSiblings(after, at);
    } else {
      fillOutputs(ended, at);
      startDependents(after, at);
    }
    grantUnits(at);
  }

  /**
   * Siblings of a failed task are canceled unless they asked not to be (wire sheet 4.1); what needs
   * the failed task's output cannot go on in any case.
   */
  private void cancelSiblings(Job job, Instant at) {
    forgetWaiting(job);
    Set<Integer> lost = lostOutputs(job);
    Job after =
        job.with(
            each(
                job,
                task -> {
                  boolean goesOn =
                      task.has(Task.DO_NOT_CANCEL_ON_JOB_FAILURE)
                          && task.body().inputs().stream()
                              .noneMatch(in -> in.produced() && lost.contains(in.index()));
                  if (task.timeline().ended() != null || goesOn) {
                    return task;
                  }
                  busy.remove(task.id());
                  return task.ended(at, JobState.CANCELED);
                }));
    jobs.replace(after);
    for (int i = 0; i < after.tasks().size(); i++) {
      Task task = after.tasks().get(i);
      if (task.isWaiting() && task.ready() != null) {
        waiting.add(waiting(after, i));
      }
    }
  }

  /** The outputs that will never be written, directly or because an input of theirs will not. */
  private static Set<Integer> lostOutputs(Job job) {
    Set<Integer> lost = new HashSet<>();
    int before;
    do {
      before = lost.size();
      for (Task task : job.tasks()) {
        boolean failed = task.timeline().outcome() == JobState.ERROR;
        boolean starved =
            task.body().inputs().stream()
                .anyMatch(in -> in.produced() && lost.contains(in.index()));
        boolean canceled = !task.has(Task.DO_NOT_CANCEL_ON_JOB_FAILURE);
        if (failed || task.timeline().ended() == null && (starved || canceled)) {
          task.body().outputs().forEach(output -> lost.add(output.index()));
        }
      }
    } while (lost.size() > before);
    return lost;
  }

  private void startDependents(Job job, Instant at) {
    Set<Integer> written = new HashSet<>();
    for (Task task : job.tasks()) {
      if (task.timeline().outcome() == JobState.FINISHED) {
        task.body().outputs().forEach(output -> written.add(output.index()));
      }
    }
    Job after =
        job.with(
            each(
                job,
                task -> {
                  boolean complete =
                      task.body().inputs().stream()
                          .allMatch(in -> !in.produced() || written.contains(in.index()));
                  return task.isWaiting() && task.ready() == null && complete
                      ? task.ready(at)
                      : task;
                }));
    jobs.replace(after);
    for (int i = 0; i < after.tasks().size(); i++) {
      if (after.tasks().get(i) != job.tasks().get(i)) {
        waiting.add(waiting(after, i));
      }
    }
  }

  private void dropOutputs(Task task) {
    if (!task.has(Task.DO_NOT_DELETE_OUTPUT_ASSET_ON_FAILURE)) {
      task.body().outputs().forEach(output -> assets.remove(output.assetId()));
    }
  }

  private void fillOutputs(Task task, Instant at) {
    for (TaskBody.Output output : task.body().outputs()) {
      assets
          .find(output.assetId())
          .ifPresent(asset -> assets.put(asset.holding(Asset.Content.ENCODED, at)));
    }
  }

  private void forgetWaiting(Job job) {
    for (int i = 0; i < job.tasks().size(); i++) {
      waiting.remove(waiting(job, i));
    }
  }

  private static Waiting waiting(Job job, int task) {
    return new Waiting(job.priority(), job.timeline().created(), job.id(), task);
  }

  private static List<Task> each(Job job, UnaryOperator<Task> change) {
    return job.tasks().stream().map(change).toList();
  }

  private static List<Task> changed(Job job, int index, Task task) {
    List<Task> tasks = new ArrayList<>(job.tasks());
    tasks.set(index, task);
    return List.copyOf(tasks);
  }
}
