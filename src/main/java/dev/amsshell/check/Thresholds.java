package dev.amsshell.check;

import dev.amsshell.render.Plain;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Between what a value is fine, both ends included; null where there is no end. All are numbers, or
 * all are durations.
 *
 * @param min below it is a failure
 * @param max above it is a failure
 * @param warnMin below it is a warning
 * @param warnMax above it is a warning
 */
record Thresholds(Object min, Object max, Object warnMin, Object warnMax) {
  static final Thresholds NONE = new Thresholds(null, null, null, null);
  static final List<String> NAMES = List.of("min", "max", "warnMin", "warnMax");

  Thresholds {
    List<Object> given = Stream.of(min, max, warnMin, warnMax).filter(Objects::nonNull).toList();
    for (Object each : given) {
      if (!isMeasure(each)) {
        throw new IllegalArgumentException(
            "a threshold is a number or a duration such as 5.minutes, not " + each);
      }
      if (isDuration(each) != isDuration(given.get(0))) {
        throw new IllegalArgumentException(
            "thresholds are all numbers or all durations, and here are both");
      }
    }
    ordered("min", min, "max", max);
    ordered("warnMin", warnMin, "warnMax", warnMax);
  }

  /**
   * @throws IllegalArgumentException when there is none, or one cannot be that
   */
  static Thresholds of(Map<?, ?> options) {
    Thresholds given =
        new Thresholds(
            options.get("min"), options.get("max"), options.get("warnMin"), options.get("warnMax"));
    if (given.equals(NONE)) {
      throw new IllegalArgumentException(
          "expect wants a threshold: min:, max:, warnMin: or warnMax:");
    }
    return given;
  }

  /** Whether something can be measured against thresholds. */
  static boolean isMeasure(Object value) {
    return value instanceof Duration || value instanceof Number number && isFinite(number);
  }

  /** Why a value is a failure; null when it is none. */
  String failure(Object value) {
    return outside(value, min, "min", max, "max");
  }

  /** Why a value is a warning; null when it is none. */
  String warning(Object value) {
    return outside(value, warnMin, "warnMin", warnMax, "warnMax");
  }

  /** Whether values are durations. */
  boolean isOfDurations() {
    return Stream.of(min, max, warnMin, warnMax).anyMatch(Thresholds::isDuration);
  }

  private static String outside(
      Object value, Object least, String leastName, Object most, String mostName) {
    if (least != null && compare(value, least) < 0) {
      return "%s is below %s: %s".formatted(text(value), leastName, text(least));
    }
    if (most != null && compare(value, most) > 0) {
      return "%s is above %s: %s".formatted(text(value), mostName, text(most));
    }
    return null;
  }

  private static void ordered(String leastName, Object least, String mostName, Object most) {
    if (least != null && most != null && compare(least, most) > 0) {
      throw new IllegalArgumentException(
          "no value is both from %s: %s and to %s: %s"
              .formatted(leastName, text(least), mostName, text(most)));
    }
  }

  private static int compare(Object one, Object other) {
    return one instanceof Duration span
        ? span.compareTo((Duration) other)
        : decimal((Number) one).compareTo(decimal((Number) other));
  }

  private static BigDecimal decimal(Number number) {
    return new BigDecimal(number.toString());
  }

  private static boolean isFinite(Number number) {
    // a large decimal is no double, but it is a number
    return Double.isFinite(number.doubleValue())
        || !(number instanceof Double || number instanceof Float);
  }

  private static boolean isDuration(Object value) {
    return value instanceof Duration;
  }

  /** A measure as people read it. */
  static String text(Object value) {
    if (!(value instanceof Duration span)) {
      return String.valueOf(value);
    }
    boolean isShort = span.abs().compareTo(Duration.ofSeconds(1)) < 0 && !span.isZero();
    return isShort ? span.toMillis() + " ms" : Plain.duration(span);
  }
}
