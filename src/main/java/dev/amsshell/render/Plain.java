package dev.amsshell.render;

import dev.amsshell.job.Fault;
import dev.amsshell.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Times, durations and shares as people read them; null where nothing is known. */
public final class Plain {
  private static final Pattern GUID_AT_END =
      Pattern.compile("(?i).*:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private Plain() {}

  /** The part of an id that tells jobs apart, which is enough to ask for one again. */
  public static String id(String id) {
    Matcher guid = GUID_AT_END.matcher(id);
    return guid.matches() ? guid.group(1) : id;
  }

  /** A whole number in groups of three digits. */
  public static String amount(long amount) {
    return String.format(Locale.ROOT, "%,d", amount);
  }

  /** A value of a page as text for people, on one line unless it has lines; none for null. */
  public static String value(Object value, Moments moments) {
    if (value == null) {
      return "";
    }
    if (value instanceof List<?> many) {
      return many.stream().map(each -> value(each, moments)).collect(Collectors.joining(", "));
    }
    if (value instanceof Instant moment) {
      return moments.alone(moment);
    }
    if (value instanceof Duration duration) {
      return duration(duration);
    }
    if (value instanceof Long || value instanceof Integer) {
      return amount(((Number) value).longValue());
    }
    return value instanceof JobId id ? id(id.text()) : value.toString();
  }

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

  /** A round span, without the units of which there are none, such as {@code 1 h}. */
  public static String span(Duration span) {
    StringBuilder text = new StringBuilder();
    part(text, span.toDays(), "d");
    part(text, span.toHoursPart(), "h");
    part(text, span.toMinutesPart(), "min");
    part(text, span.toSecondsPart(), "s");
    return text.isEmpty() ? "0 s" : text.toString();
  }

  private static void part(StringBuilder text, long count, String unit) {
    if (count > 0) {
      text.append(text.isEmpty() ? "" : " ").append(count).append(' ').append(unit);
    }
  }

  static String firstOf(List<Fault> faults) {
    return faults.isEmpty() ? null : faults.get(0).code() + ": " + faults.get(0).message();
  }
}
