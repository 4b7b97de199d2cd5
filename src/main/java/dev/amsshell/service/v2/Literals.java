package dev.amsshell.service.v2;

import dev.amsshell.job.JobState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.UUID;

/** Values in the notation of OData v3 (wire sheet 5.2), not yet encoded for a URL. */
final class Literals {
  /** Up to seven digits of a second, and UTC said, as the official .NET client writes it. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 7, true)
          .appendLiteral('Z')
          .toFormatter(Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private Literals() {}

  /** A string in single quotes; a quote within is doubled. Nothing else quotes. */
  static String string(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /**
   * A value of any type that the wire knows.
   *
   * @param value a text, number, boolean, state, moment, duration or UUID
   */
  static String of(Object value) {
    if (value instanceof CharSequence text) {
      return string(text.toString());
    }
    if (value instanceof JobState state) {
      return WireStates.code(state);
    }
    if (value instanceof Instant time) {
      Instant bounded = time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
      return "datetime'" + TIME.format(bounded) + "'";
    }
    if (value instanceof Duration duration) {
      return milliseconds(duration);
    }
    if (value instanceof UUID id) {
      return "guid'" + id + "'";
    }
    if (value instanceof Long || value instanceof BigInteger) {
      return whole(new BigInteger(value.toString()));
    }
    if (value instanceof Double || value instanceof Float) {
      return decimal(new BigDecimal(value.toString()));
    }
    if (value instanceof BigDecimal decimal) {
      return decimal(decimal);
    }
    return String.valueOf(value);
  }

  /** Beyond 32 bits a number needs its suffix, beyond 64 it is a decimal. */
  private static String whole(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      return value.toString();
    }
    return value + (value.bitLength() < Long.SIZE ? "L" : "m");
  }

  private static String decimal(BigDecimal value) {
    String plain = value.stripTrailingZeros().toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }

  /** Durations travel as a double of milliseconds (wire sheet 4.6). */
  private static String milliseconds(Duration duration) {
    BigDecimal nanos =
        BigDecimal.valueOf(duration.getSeconds())
            .scaleByPowerOfTen(9)
            .add(BigDecimal.valueOf(duration.getNano()));
    return decimal(nanos.scaleByPowerOfTen(-6));
  }
}
