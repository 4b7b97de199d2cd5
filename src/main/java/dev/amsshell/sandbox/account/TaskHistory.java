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

  static List<HistoricalEvent> eventsOf(TaskPlan task) {
    Timeline times = task.timeline();
    List<HistoricalEvent> events = new ArrayList<>();
    add(events, "WaitingForFreeResources", waitingSince(times));
    add(events, "Scheduled", times.scheduled());
    add(events, "Processing", times.started());
    add(events, "Canceling", times.cancelRequested());
    switch (times.outcome()) {
      case FINISHED -> {
        add(events, "Finished", times.ended());
        events.add(billing(task, times.ended().plus(BILLING_DELAY)));
      }
      case ERROR -> {
        // The service tries again before it gives up.
        add(events, "Processing", halfway(times.started(), times.ended()));
        events.add(new HistoricalEvent("Error", task.error().message(), times.ended()));
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

  private static Instant waitingSince(Timeline times) {
    Instant firstLook = times.created().plus(FIRST_LOOK);
    Instant next = times.scheduled() == null ? times.ended() : times.scheduled();
    return firstLook.isBefore(next) ? firstLook : next;
  }

  private static Instant halfway(Instant from, Instant to) {
    return from.plusMillis(Duration.between(from, to).toMillis() / 2);
  }

  private static HistoricalEvent billing(TaskPlan task, Instant at) {
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
