package dev.amsshell.render;

import dev.amsshell.base.SafeText;
import dev.amsshell.job.Job;
import dev.amsshell.job.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A job or a task as a few labelled lines; what is not known has no line. */
final class Cards {
  private Cards() {}

  /** One line of a card. */
  record Row(String label, String value) {}

  static List<Row> of(Job job) {
    List<Row> rows = new ArrayList<>();
    put(rows, "id", job.id());
    put(rows, "name", job.name());
    put(rows, "state", job.state().name());
    if (job.hasTasks() && job.getProgress() != null) {
      put(rows, "progress", percent(job.getProgress()));
    }
    if (job.priority() != 0) {
      put(rows, "priority", Integer.toString(job.priority()));
    }
    times(rows, job.created(), job.started(), job.ended(), job.asOf());
    processorTime(rows, job.runningDuration());
    put(rows, "template", job.templateId());
    if (job.hasTasks()) {
      int number = 1;
      for (Task task : job.tasks()) {
        put(rows, "task " + number++, brief(task));
        faults(rows, task);
      }
    }
    return rows;
  }

  static List<Row> of(Task task) {
    List<Row> rows = new ArrayList<>();
    put(rows, "id", task.id());
    put(rows, "name", task.name());
    put(rows, "state", task.state().name());
    put(rows, "progress", percent(task.progress()));
    times(rows, null, task.started(), task.ended(), null);
    processorTime(rows, task.runningDuration());
    put(rows, "processor", task.processor());
    faults(rows, task);
    return rows;
  }

  private static void faults(List<Row> rows, Task task) {
    task.errors().forEach(fault -> put(rows, "error", fault.toString()));
  }

  private static String brief(Task task) {
    return "%s  %s  %s"
        .formatted(
            task.name() == null ? task.id() : task.name(), task.state(), percent(task.progress()));
  }

  private static void times(
      List<Row> rows, Instant created, Instant started, Instant ended, Instant asOf) {
    put(rows, "created", utc(created));
    put(rows, "started", utc(started));
    put(rows, "ended", utc(ended));
    if (started != null && (ended != null || asOf != null)) {
      put(rows, "elapsed", plain(Duration.between(started, ended != null ? ended : asOf)));
    }
  }

  private static void processorTime(List<Row> rows, Duration duration) {
    if (!duration.isZero()) {
      put(rows, "processor time", plain(duration));
    }
  }

  private static void put(List<Row> rows, String label, String value) {
    if (value != null) {
      rows.add(new Row(label, SafeText.line(value)));
    }
  }

  private static String percent(double progress) {
    return String.format(Locale.ROOT, "%.1f %%", progress);
  }

  private static String utc(Instant instant) {
    return instant == null
        ? null
        : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .format(instant.atOffset(ZoneOffset.UTC));
  }

  /** Hours, minutes and seconds; a clock that differs from the service's makes no negative time. */
  private static String plain(Duration duration) {
    Duration span = duration.isNegative() ? Duration.ZERO : duration;
    StringBuilder text = new StringBuilder();
    if (span.toHours() > 0) {
      text.append(span.toHours()).append(" h ");
    }
    if (span.toMinutes() > 0) {
      text.append(span.toMinutesPart()).append(" min ");
    }
    return text.append(span.toSecondsPart()).append(" s").toString();
  }
}
