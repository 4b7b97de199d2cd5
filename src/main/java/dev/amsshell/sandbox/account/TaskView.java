package dev.amsshell.sandbox.account;

import java.time.Instant;
import java.util.List;

/** A task as it stands at one instant. */
public record TaskView(TaskPlan plan, Instant now) {

  public int state() {
    return plan.timeline().stateAt(now).code();
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

  /** From 0 to 100, with one decimal. */
  public double progress() {
    double progress = plan.timeline().shareDoneAt(now) * plan.progressAtEnd();
    return Math.floor(progress * 10) / 10;
  }

  public List<ErrorDetail> errors() {
    return plan.error() == null || endTime() == null ? List.of() : List.of(plan.error());
  }

  public List<HistoricalEvent> history() {
    return TaskHistory.eventsOf(plan).stream()
        .filter(event -> !event.timeStamp().isAfter(now))
        .toList();
  }

  public String perfMessage() {
    return endTime() == null || startTime() == null ? null : PerfMessage.of(plan);
  }
}
