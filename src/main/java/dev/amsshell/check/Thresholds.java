package dev.amsshell.check;

import dev.amsshell.render.Plain;
import java.math.BigDecimal;
import java.math.MathContext;
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

  private static final int MOST_DIGITS = 40;
  private static final int SHOWN_DIGITS = 17;
  private static final int NANO_DIGITS = 9;

  Thresholds {
    List<Object> given = Stream.of(min, max, warnMin, warnMax).filter(Objects::nonNull).toList();
    for (Object each : given) {
      if (!isMeasure(each)) {
        throw new IllegalArgumentException(
            "a threshold is a number or a duration such as 5.minutes, not " + Words.of(each));
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
    for (String name : NAMES) {
      if (options.containsKey(name) && options.get(name) == null) {
        throw new IllegalArgumentException(
            name + ": is null; leave it out where there is no limit");
      }
    }
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
      return difference(value, "below " + leastName, least);
    }
    if (most != null && compare(value, most) > 0) {
      return difference(value, "above " + mostName, most);
    }
    return null;
  }

  private static String difference(Object value, String where, Object limit) {
    boolean isSeen = !text(value).equals(text(limit));
    return "%s is %s: %s"
        .formatted(isSeen ? text(value) : exact(value), where, isSeen ? text(limit) : exact(limit));
  }

  /** A measure with all its digits. */
  private static String exact(Object value) {
    return value instanceof Duration span
        ? BigDecimal.valueOf(span.getSeconds())
                .add(BigDecimal.valueOf(span.getNano(), NANO_DIGITS))
                .stripTrailingZeros()
                .toPlainString()
            + " s"
        : String.valueOf(value);
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
      String digits = String.valueOf(value);
      return digits.length() <= MOST_DIGITS
          ? digits
          : decimal((Number) value).round(new MathContext(SHOWN_DIGITS)).toString();
    }
    if (span.isNegative()) {
      return "-" + text(span.negated());
    }
    boolean isShort = span.compareTo(Duration.ofSeconds(1)) < 0 && !span.isZero();
    return isShort ? span.toMillis() + " ms" : Plain.duration(span);
  }
}
