package dev.amsshell.sandbox.account;

import java.time.Instant;
import java.util.List;

/** A job as it stands at one instant. */
public record JobView(Job job, Instant now) {

  /** The state's number (wire sheet 4.1). */
  public int state() {
    return job.timeline().stateAt(now).code();
  }

  /** When it was submitted. */
  public Instant created() {
    return job.timeline().created();
  }

  /** When its state or anything else about it was last changed. */
  public Instant lastModified() {
    Instant change = job.timeline().lastChangeAt(now);
    return change.isAfter(job.touched()) ? change : job.touched();
  }

  /** Null as long as no work has begun. */
  public Instant startTime() {
    return job.timeline().startedAt(now);
  }

  /** Null as long as it is not over. */
  public Instant endTime() {
    return job.timeline().endedAt(now);
  }

  /** Milliseconds of processor time. */
  public double runningDuration() {
    return job.timeline().runningDurationAt(now, job.tasks().get(0).work().processorShare());
  }

  /** The ids of what its tasks write. */
  public List<String> outputAssets() {
    return job.tasks().stream()
        .flatMap(task -> task.body().outputs().stream())
        .map(TaskBody.Output::assetId)
        .toList();
  }

  /** Its tasks in the order in which they were submitted. */
  public List<TaskView> tasks() {
    return job.tasks().stream().map(task -> new TaskView(task, job, now)).toList();
  }
}
