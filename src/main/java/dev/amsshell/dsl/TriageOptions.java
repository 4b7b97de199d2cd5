package dev.amsshell.dsl;

import dev.amsshell.query.Times;
import dev.amsshell.triage.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Understands the options of {@code triage}.
 *
 * @param from since when
 * @param limits from when on a job looks stuck
 * @param mostReads of how many jobs the tasks may be read one by one
 */
record TriageOptions(Instant from, Limits limits, int mostReads) {
  static final List<String> NAMES =
      List.of("since", "queuedFor", "idleFor", "fullFor", "cancelingFor", "mostReads");

  private static final Duration USUAL_SPAN = Duration.ofHours(6);

  /** Records are kept for 90 days; dates of which nobody knows the calendar are none. */
  private static final Duration LONGEST_SPAN = Duration.ofDays(3650);

  private static final int USUAL_READS = 200;

  /**
   * What some options mean.
   *
   * @throws IllegalArgumentException when one is unknown or has a value that is none of it
   */
  static TriageOptions of(Map<?, ?> options, Instant now) {
    if (options == null) {
      throw new IllegalArgumentException(
          "triage takes options such as since: 6.hours, and no null");
    }
    Options.check("triage", options, NAMES);
    Limits usual = Limits.USUAL;
    return new TriageOptions(
        from(options, now),
        new Limits(
            duration(options, "queuedFor", usual.queuedFor()),
            duration(options, "idleFor", usual.idleFor()),
            options.containsKey("fullFor") ? duration(options, "fullFor", null) : null,
            duration(options, "cancelingFor", usual.cancelingFor())),
        reads(options));
  }

  private static Instant from(Map<?, ?> options, Instant now) {
    Object since = options.containsKey("since") ? options.get("since") : USUAL_SPAN;
    boolean isLong = since instanceof Duration ago && ago.compareTo(LONGEST_SPAN) > 0;
    Instant from =
        since instanceof Duration ago ? now.minus(isLong ? LONGEST_SPAN : ago) : moment(since);
    if (isLong || !from.isBefore(now) || from.isBefore(now.minus(LONGEST_SPAN))) {
      throw wrong("since", since, "a moment or a duration in the past, of ten years at most");
    }
    return from;
  }

  private static Instant moment(Object since) {
    if (since == null || since instanceof Number) {
      throw wrong("since", since, "a duration such as 6.hours, or a moment");
    }
    return Times.of(since);
  }

  private static Duration duration(Map<?, ?> options, String name, Duration usual) {
    Object value = options.containsKey(name) ? options.get(name) : usual;
    if (value instanceof Duration duration && !duration.isNegative()) {
      return duration;
    }
    throw wrong(name, value, "a duration such as 30.minutes");
  }

  private static int reads(Map<?, ?> options) {
    Object value = options.containsKey("mostReads") ? options.get("mostReads") : USUAL_READS;
    if (value instanceof Integer reads && reads >= 0) {
      return reads;
    }
    throw wrong("mostReads", value, "a whole number, not less than 0");
  }

  private static IllegalArgumentException wrong(String name, Object value, String expected) {
    return new IllegalArgumentException("%s: takes %s, not %s".formatted(name, expected, value));
  }
}
