package dev.amsshell.sandbox.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The events of a task's whole life. The codes up to Finished and the late billing event were
 * captured live, with empty messages; of a failed task only that it had five events or more (wire
 * sheet 4.2).
 */
final class TaskHistory {

  private static final Duration FIRST_LOOK = Duration.ofMillis(250);
  private static final Duration BILLING_DELAY = Duration.ofMillis(976);

  private TaskHistory() {}

  /** Those of the future too, as far as they are decided. */
  static List<HistoricalEvent> eventsOf(Task task) {
    Timeline times = task.timeline();
    List<HistoricalEvent> events = new ArrayList<>();
    add(events, "WaitingForFreeResources", waitingSince(task));
    add(events, "Scheduled", times.scheduled());
    add(events, "Processing", times.started());
    add(events, "Processing", retried(task));
    add(events, "Canceling", times.cancelRequested());
    if (times.outcome() == null) {
      return events;
    }
    switch (times.outcome()) {
      case FINISHED -> {
        add(events, "Finished", times.ended());
        events.add(billing(task, times.ended().plus(BILLING_DELAY)));
      }
      case ERROR -> {
        events.add(new HistoricalEvent("Error", task.work().error().message(), times.ended()));
      }
      default -> add(events, "Canceled", times.ended());
    }
    return events;
  }

  private static void add(List<HistoricalEvent> events, String code, Instant at) {
    if (at != null) {
      events.add(new HistoricalEvent(code, "", at));
    }
  }

  private static Instant waitingSince(Task task) {
    if (task.ready() == null) {
      return null;
    }
    Timeline times = task.timeline();
    Instant stop = times.cancelRequested() == null ? times.ended() : times.cancelRequested();
    Instant next = times.scheduled() == null ? stop : times.scheduled();
    Instant firstLook = task.ready().plus(FIRST_LOOK);
    return next == null || firstLook.isBefore(next) ? firstLook : next;
  }

  /** What is going to fail is tried a second time first. */
  private static Instant retried(Task task) {
    Timeline times = task.timeline();
    if (task.work().error() == null || times.started() == null) {
      return null;
    }
    Instant halfway =
        times.started().plusMillis(Duration.between(times.started(), task.due()).toMillis() / 2);
    Instant stop = times.cancelRequested() == null ? times.ended() : times.cancelRequested();
    return stop == null || halfway.isBefore(stop) ? halfway : null;
  }

  private static HistoricalEvent billing(Task task, Instant at) {
    double minutes =
        Duration.between(task.timeline().started(), task.timeline().ended()).toSeconds() / 60.0;
    String message =
        String.format(
            Locale.ROOT,
            "Mediatask %s: {\r\n  \"NumberOfImages\": 0,\r\n"
                + "  \"SDVideoOutputMinutes\": %.1f,\r\n"
                + "  \"HDVideoOutputMinutes\": %.1f\r\n}\r\n",
            task.mediaTaskId(),
            minutes,
            minutes * 2);
    return new HistoricalEvent("TaskBillingInformationAdded", message, at);
  }
}
