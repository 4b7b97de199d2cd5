package dev.amsshell.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as options write them: {@code 90s}, {@code 1h30m}, {@code 1.5d}, {@code PT2H}. */
final class DurationText {
  static final String FORM = "a duration such as 90s, 30m, 2h, 1d or PT1H30M";

  private static final Pattern WHOLE =
      Pattern.compile("(?:\\d{1,9}(?:\\.\\d{1,9})?(?:ms|[smhd]))+");
  private static final Pattern PART = Pattern.compile("([\\d.]+)(ms|[smhd])");

  private DurationText() {}

  /** The duration, unless it is none, or negative. */
  static Optional<Duration> parse(String text) {
    String form = text.strip().toLowerCase(Locale.ROOT);
    if (!WHOLE.matcher(form).matches()) {
      return iso(text.strip());
    }
    Duration sum = Duration.ZERO;
    for (Matcher part = PART.matcher(form); part.find(); ) {
      BigDecimal nanos =
          new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit(part.group(2)).toNanos()));
      BigDecimal[] seconds = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000));
      sum = sum.plusSeconds(seconds[0].longValue()).plusNanos(seconds[1].longValue());
    }
    return Optional.of(sum);
  }

  private static Optional<Duration> iso(String text) {
    try {
      return Optional.of(Duration.parse(text)).filter(duration -> !duration.isNegative());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Duration unit(String name) {
    return switch (name) {
      case "ms" -> Duration.ofMillis(1);
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      default -> Duration.ofDays(1);
    };
  }
}
