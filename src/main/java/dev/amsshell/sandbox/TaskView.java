package dev.amsshell.sandbox;

import java.time.Instant;
import java.util.List;

/** A task as it stands at one instant. */
record TaskView(TaskPlan plan, Instant now) {

  int state() {
    return plan.timeline().stateAt(now).code();
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

  /** From 0 to 100, with one decimal. */
  double progress() {
    double progress = plan.timeline().shareDoneAt(now) * plan.progressAtEnd();
    return Math.floor(progress * 10) / 10;
  }

  List<ErrorDetail> errors() {
    return plan.error() == null || endTime() == null ? List.of() : List.of(plan.error());
  }

  List<HistoricalEvent> history() {
    return TaskHistory.eventsOf(plan).stream()
        .filter(event -> !event.timeStamp().isAfter(now))
        .toList();
  }

  String perfMessage() {
    return endTime() == null || startTime() == null ? null : PerfMessage.of(plan);
  }
}
