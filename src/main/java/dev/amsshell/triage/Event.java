package dev.amsshell.triage;

import dev.amsshell.job.Job;
import dev.amsshell.job.Task;
import dev.amsshell.job.TaskEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something that happened to a job.
 *
 * @param time when
 * @param task the name of the task that it happened to; null for the job as a whole
 * @param what what happened; of tasks in the service's own words, which are an open set
 * @param message more about it; may be empty
 */
public record Event(Instant time, String task, String what, String message) {
  /**
   * All that is known of a job, in order of time. What has no time is left out.
   *
   * @param job with its tasks
   */
  static List<Event> of(Job job) {
    List<Event> events = new ArrayList<>();
    add(events, job.created(), "submitted");
    add(events, job.started(), "started");
    for (Task task : job.tasks()) {
      for (TaskEvent each : task.history()) {
        if (each.time() != null) {
          events.add(new Event(each.time(), name(task), each.code(), each.message()));
        }
      }
    }
    add(events, job.ended(), "ended: " + job.state());
    events.sort(Comparator.comparing(Event::time));
    return List.copyOf(events);
  }

  private static void add(List<Event> events, Instant time, String what) {
    if (time != null) {
      events.add(new Event(time, null, what, ""));
    }
  }

  static String name(Task task) {
    return task.name() == null || task.name().isEmpty() ? task.id() : task.name();
  }
}
