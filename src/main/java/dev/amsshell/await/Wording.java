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
    return "%s: %s%s".formatted(name(job), shortened(job.state().name()), percent);
  }

  /** Which job it is. */
  static String name(Job job) {
    return "job %s%s"
        .formatted(
            job.id(),
            job.name() == null ? "" : " '" + shortened(job.name()).replace("'", "\\'") + "'");
  }

  static String of(Fault fault) {
    return "task '%s': %s: %s (retry: %s)"
        .formatted(
            shortened(fault.task()),
            shortened(fault.code()),
            shortened(fault.message()),
            fault.retry());
  }

  private static String percent(Job job) {
    String percent = Plain.percent(job.getProgress());
    return percent == null ? "" : ", " + percent;
  }

  private static String shortened(String text) {
    String line = SafeText.line(text);
    if (line.length() <= LONGEST) {
      return line;
    }
    // not in the middle of a pair
    int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return line.substring(0, end) + "...";
  }
}
