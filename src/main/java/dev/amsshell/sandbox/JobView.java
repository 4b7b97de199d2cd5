package dev.amsshell.sandbox;

import java.time.Instant;
import java.util.List;

/** A job as it stands at one instant. */
record JobView(JobPlan plan, Instant now) {

  int state() {
    return plan.timeline().stateAt(now).code();
  }

  Instant created() {
    return plan.timeline().created();
  }

  Instant lastModified() {
    return plan.timeline().lastChangeAt(now);
  }

  Instant startTime() {
    return plan.timeline().startedAt(now);
  }

  Instant endTime() {
    return plan.timeline().endedAt(now);
  }

  double runningDuration() {
    return plan.timeline().runningDurationAt(now, plan.processorShare());
  }

  List<TaskView> tasks() {
    return plan.tasks().stream().map(task -> new TaskView(task, now)).toList();
  }
}
