package dev.amsshell.cli;

import dev.amsshell.dsl.Durations;
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

  /** A duration that is not negative, such that it is understood again. */
  static String of(Duration duration) {
    return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }

  /** The duration, unless it is none, or negative. */
  static Optional<Duration> parse(String text) {
    String form = text.strip().toLowerCase(Locale.ROOT);
    if (!WHOLE.matcher(form).matches()) {
      return iso(text.strip());
    }
    Duration sum = Duration.ZERO;
    for (Matcher part = PART.matcher(form); part.find(); ) {
      sum = sum.plus(times(new BigDecimal(part.group(1)), part.group(2)));
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

  private static Duration times(BigDecimal count, String unit) {
    return switch (unit) {
      case "ms" -> Durations.getSeconds(count.movePointLeft(3));
      case "s" -> Durations.getSeconds(count);
      case "m" -> Durations.getMinutes(count);
      case "h" -> Durations.getHours(count);
      default -> Durations.getDays(count);
    };
  }
}
