package dev.amsshell.sandbox.odata;

import dev.amsshell.sandbox.http.Refusal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value written in a filter (wire sheet 5.2). */
record FilterLiteral(Edm type, Object value) {

  private static final Pattern WHOLE = Pattern.compile("(-?\\d{1,19})([lL]?)");
  private static final Pattern BROKEN =
      Pattern.compile(
          "(?=.*[.eEfFdDmM])(-?\\d{1,400}(?:\\.\\d{1,400})?(?:[eE][-+]?\\d{1,3})?)[fFdDmM]?");
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,7})?)?)"
              + "(Z|[-+]\\d\\d:\\d\\d)?");

  /** Java's own reading would fill up what is missing. */
  private static final Pattern GUID =
      Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  static FilterLiteral number(String text, int position) {
    Matcher whole = WHOLE.matcher(text);
    try {
      if (whole.matches()) {
        long value = Long.parseLong(whole.group(1));
        return value == (int) value && whole.group(2).isEmpty()
            ? new FilterLiteral(Edm.INT32, (int) value)
            : new FilterLiteral(Edm.INT64, value);
      }
    } catch (NumberFormatException tooLong) {
      throw unrecognized(text, position);
    }
    Matcher broken = BROKEN.matcher(text);
    if (!broken.matches()) {
      throw unrecognized(text, position);
    }
    double value = new BigDecimal(broken.group(1)).doubleValue();
    if (Double.isInfinite(value)) {
      throw unrecognized(text, position);
    }
    return new FilterLiteral(Edm.DOUBLE, value);
  }

  /** A literal such as {@code datetime'2015-02-11T00:00:00'}; a date without a zone is in UTC. */
  static FilterLiteral prefixed(String prefix, String content, int position) {
    try {
      switch (prefix) {
        case "datetime" -> {
          return new FilterLiteral(Edm.DATE_TIME, dateTime(content));
        }
        case "guid" -> {
          if (!GUID.matcher(content).matches()) {
            throw unrecognized(prefix + "'" + content + "'", position);
          }
          return new FilterLiteral(Edm.GUID, UUID.fromString(content));
        }
        default -> throw unrecognized(prefix + "'" + content + "'", position);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw unrecognized(prefix + "'" + content + "'", position);
    }
  }

  private static Instant dateTime(String text) {
    Matcher match = DATE_TIME.matcher(text);
    if (!match.matches()) {
      throw new DateTimeException("not a date");
    }
    ZoneOffset zone = match.group(2) == null ? ZoneOffset.UTC : ZoneOffset.of(match.group(2));
    return LocalDateTime.parse(match.group(1)).toInstant(zone);
  }

  private static Refusal unrecognized(String text, int position) {
    return Refusal.badRequest("Unrecognized literal '" + text + "' at position " + position + ".");
  }
}
