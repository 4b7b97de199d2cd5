package dev.amsshell.sandbox.account;

import java.time.Instant;
import java.util.List;

/** A task as it stands at one instant. */
public record TaskView(Task task, Job job, Instant now) {

  /** The state's number (wire sheet 4.1). */
  public int state() {
    return task.timeline().stateAt(now).code();
  }

  /** Null as long as its work has not begun. */
  public Instant startTime() {
    return task.timeline().startedAt(now);
  }

  /** Null as long as it is not over. */
  public Instant endTime() {
    return task.timeline().endedAt(now);
  }

  /** Milliseconds of processor time. */
  public double runningDuration() {
    return task.timeline().runningDurationAt(now, task.work().processorShare());
  }

  /** From 0 to 100, with one decimal. */
  public double progress() {
    if (startTime() == null) {
      return 0;
    }
    double progress = task.timeline().shareDoneAt(now, task.due()) * task.work().progressAtEnd();
    return Math.floor(progress * 10) / 10;
  }

  /** The ids of what it reads. */
  public List<String> inputAssets() {
    return task.body().inputs().stream().map(this::assetOf).toList();
  }

  /** The ids of what it writes. */
  public List<String> outputAssets() {
    return task.body().outputs().stream().map(TaskBody.Output::assetId).toList();
  }

  private String assetOf(TaskBody.Input input) {
    return input.produced()
        ? job.tasks().stream()
            .flatMap(sibling -> sibling.body().outputs().stream())
            .filter(output -> output.index() == input.index())
            .map(TaskBody.Output::assetId)
            .findFirst()
            .orElseThrow()
        : job.inputAssets().get(input.index());
  }

  /** What went wrong; empty unless it has failed. */
  public List<ErrorDetail> errors() {
    return state() == JobState.ERROR.code() ? List.of(task.work().error()) : List.of();
  }

  /** What has happened so far, in order. */
  public List<HistoricalEvent> history() {
    return TaskHistory.eventsOf(task).stream()
        .filter(event -> !event.timeStamp().isAfter(now))
        .toList();
  }

  /** What the encoder has to say in the end, null before. */
  public String perfMessage() {
    return endTime() == null || startTime() == null ? null : PerfMessage.of(task);
  }
}
