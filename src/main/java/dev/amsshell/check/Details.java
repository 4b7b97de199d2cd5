package dev.amsshell.check;

import dev.amsshell.render.Plain;
import java.time.Instant;

/** All there is to say about a check, as plain text. */
final class Details {
  private Details() {}

  static String of(CheckResult result) {
    StringBuilder text = new StringBuilder();
    line(text, result.message());
    line(text, result.advice());
    if (result.value() != null) {
      line(text, "value: " + Thresholds.text(result.value()));
      threshold(text, "min", result.min());
      threshold(text, "max", result.max());
      threshold(text, "warnMin", result.warnMin());
      threshold(text, "warnMax", result.warnMax());
    }
    for (CheckResult.Concerned job : result.jobs()) {
      Instant when = job.ended() == null ? job.created() : job.ended();
      line(
          text,
          "%s  %s  %s  %s"
              .formatted(
                  job.state(),
                  job.id(),
                  when == null ? "" : Plain.time(when) + " UTC",
                  job.name() == null ? "" : job.name()));
    }
    if (result.moreJobs() != null && result.moreJobs() > 0) {
      line(text, "... and " + result.moreJobs() + " more");
    }
    return text.toString().stripTrailing();
  }

  private static void threshold(StringBuilder text, String name, Object value) {
    if (value != null) {
      line(text, name + ": " + Thresholds.text(value));
    }
  }

  private static void line(StringBuilder text, String line) {
    if (line != null) {
      text.append(line).append('\n');
    }
  }
}
