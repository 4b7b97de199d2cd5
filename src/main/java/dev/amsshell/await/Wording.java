package dev.amsshell.await;

import dev.amsshell.base.SafeText;
import dev.amsshell.job.Fault;
import dev.amsshell.job.Job;
import dev.amsshell.render.Plain;

/** How jobs are called in sentences. */
final class Wording {
  private static final int LONGEST = 300;

  private Wording() {}

  /** Which job it is, and how it is doing. */
  static String of(Job job) {
    String percent = job.hasTasks() && job.state().isActive() ? percent(job) : "";
    return "%s: %s%s".formatted(name(job), job.state(), percent);
  }

  /** Which job it is. */
  static String name(Job job) {
    return "job %s%s"
        .formatted(job.id(), job.name() == null ? "" : " '" + shortened(job.name()) + "'");
  }

  static String of(Fault fault) {
    return "task '%s': %s: %s (retry: %s)"
        .formatted(
            shortened(fault.task()), fault.code(), shortened(fault.message()), fault.retry());
  }

  private static String percent(Job job) {
    String percent = Plain.percent(job.getProgress());
    return percent == null ? "" : ", " + percent;
  }

  private static String shortened(String text) {
    String line = SafeText.line(text);
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
