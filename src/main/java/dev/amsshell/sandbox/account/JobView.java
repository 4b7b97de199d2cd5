package dev.amsshell.sandbox.account;

import java.time.Instant;
import java.util.List;

/** A job as it stands at one instant. */
public record JobView(JobPlan plan, Instant now) {

  public int state() {
    return plan.timeline().stateAt(now).code();
  }

  public Instant created() {
    return plan.timeline().created();
  }

  public Instant lastModified() {
    return plan.timeline().lastChangeAt(now);
  }

  public Instant startTime() {
    return plan.timeline().startedAt(now);
  }

  public Instant endTime() {
    return plan.timeline().endedAt(now);
  }

  public double runningDuration() {
    return plan.timeline().runningDurationAt(now, plan.processorShare());
  }

  public List<TaskView> tasks() {
    return plan.tasks().stream().map(task -> new TaskView(task, now)).toList();
  }
}
