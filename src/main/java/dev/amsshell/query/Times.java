package dev.amsshell.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;

/** Moments, however a script has them. */
public final class Times {
  /** As fine as the wire is (wire sheet 4.5): a tenth of a microsecond. */
  private static final int TICK = 100;

  private Times() {}

  /**
   * The moment, to a tenth of a microsecond.
   *
   * @param value an {@code Instant}, {@code OffsetDateTime}, {@code ZonedDateTime} or {@code Date},
   *     or text such as {@code 2026-11-21T03:00:00Z} or {@code 2026-11-21}, which is midnight UTC
   * @throws IllegalArgumentException when it is none; a time without a zone is none
   */
  public static Instant of(Object value) {
    Instant time = exactly(value);
    return time.minusNanos(time.getNano() % TICK);
  }

  private static Instant exactly(Object value) {
    if (value instanceof Instant instant) {
      return instant;
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (value instanceof ZonedDateTime time) {
      return time.toInstant();
    }
    if (value instanceof Date date) {
      return Instant.ofEpochMilli(date.getTime());
    }
    if (value instanceof CharSequence text) {
      return parse(text.toString().strip());
    }
    throw new IllegalArgumentException(
        "%s (%s) is no moment; write 2.hours.ago or '2026-11-21T03:00:00Z'"
            .formatted(value, value == null ? "nothing" : value.getClass().getSimpleName()));
  }

  private static Instant parse(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'%s' is no moment; write '2026-11-21T03:00:00Z' or '2026-11-21' (UTC)".formatted(text),
          e);
    }
  }
}
