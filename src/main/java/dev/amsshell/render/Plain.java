package dev.amsshell.render;

import dev.amsshell.job.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Locale;

/** Times, durations and shares as people read them; null where nothing is known. */
public final class Plain {
  private Plain() {}

  /** A moment or a span: nothing that a service could put words into. */
  static boolean isTime(Object value) {
    return value instanceof Temporal || value instanceof TemporalAmount;
  }

  /** Percent done, to one decimal; null when it is not known. */
  public static String percent(Double progress) {
    return progress == null ? null : String.format(Locale.ROOT, "%.1f %%", progress);
  }

  /** In UTC; whoever shows it says so. */
  public static String time(Instant instant) {
    return Moments.UTC.inColumn(instant);
  }

  /** Wall time from start to end, or to the moment at which it had not ended yet. */
  public static String elapsed(Instant started, Instant ended, Instant asOf) {
    Instant until = ended != null ? ended : asOf;
    return started == null || until == null ? null : duration(Duration.between(started, until));
  }

  /** Hours, minutes and seconds; a clock that differs from the service's makes no negative time. */
  public static String duration(Duration duration) {
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

  static String firstOf(List<Fault> faults) {
    return faults.isEmpty() ? null : faults.get(0).code() + ": " + faults.get(0).message();
  }
}
