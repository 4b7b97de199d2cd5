package dev.amsshell.dsl;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * What numbers and durations can do in scripts: {@code 2.hours}, {@code 1.5.days}, {@code
 * 30.minutes.ago}. Found by Groovy as an extension module.
 */
public final class Durations {
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

  private Durations() {}

  public static Duration getSeconds(Number self) {
    return times(self, Duration.ofSeconds(1));
  }

  public static Duration getSecond(Number self) {
    return getSeconds(self);
  }

  public static Duration getMinutes(Number self) {
    return times(self, Duration.ofMinutes(1));
  }

  public static Duration getMinute(Number self) {
    return getMinutes(self);
  }

  public static Duration getHours(Number self) {
    return times(self, Duration.ofHours(1));
  }

  public static Duration getHour(Number self) {
    return getHours(self);
  }

  /** Days of 24 hours. */
  public static Duration getDays(Number self) {
    return times(self, Duration.ofDays(1));
  }

  public static Duration getDay(Number self) {
    return getDays(self);
  }

  public static Duration getWeeks(Number self) {
    return times(self, Duration.ofDays(7));
  }

  public static Duration getWeek(Number self) {
    return getWeeks(self);
  }

  /** So long before now, counted when it is evaluated. */
  public static Instant getAgo(Duration self) {
    return Instant.now().minus(self);
  }

  /** So long after now, counted when it is evaluated. */
  public static Instant getFromNow(Duration self) {
    return Instant.now().plus(self);
  }

  private static Duration times(Number count, Duration unit) {
    BigDecimal nanos =
        new BigDecimal(count.toString())
            .multiply(BigDecimal.valueOf(unit.getSeconds()))
            .multiply(NANOS);
    try {
      long seconds = nanos.divideToIntegralValue(NANOS).longValueExact();
      return Duration.ofSeconds(seconds, nanos.remainder(NANOS).longValue());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("too long for a duration: " + count, e);
    }
  }
}
