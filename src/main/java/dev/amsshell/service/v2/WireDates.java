package dev.amsshell.service.v2;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in every form the service uses (wire sheet 4.5): ISO with 0 to 7 digits of a second, with
 * or without a zone, and {@code /Date(milliseconds)/}. A date without a zone is UTC.
 */
final class WireDates {
  private static final Pattern TICKS =
      Pattern.compile("\\\\?/Date\\((-?\\d{1,18})(?:[+-]\\d{1,4})?\\)\\\\?/");
  private static final Pattern BARE_OFFSET = Pattern.compile("(T.*[+-]\\d\\d)(\\d\\d)$");

  private WireDates() {}

  /** The moment, or null for the year 0001, which stands for none, and for what is no date. */
  static Instant parse(String text) {
    String date = text.strip();
    try {
      Instant instant;
      if (date.endsWith("/")) {
        Matcher ticks = TICKS.matcher(date);
        if (!ticks.matches()) {
          return null;
        }
        instant = Instant.ofEpochMilli(Long.parseLong(ticks.group(1)));
      } else if (hasZone(date)) {
        instant = OffsetDateTime.parse(BARE_OFFSET.matcher(date).replaceFirst("$1:$2")).toInstant();
      } else {
        instant = LocalDateTime.parse(date).toInstant(ZoneOffset.UTC);
      }
      int year = instant.atOffset(ZoneOffset.UTC).getYear();
      return year <= 1 || year > 9999 ? null : instant;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * A list of jobs has so many dates that a pattern for this would take as long as all the rest.
   */
  private static boolean hasZone(String date) {
    int time = date.indexOf('T');
    return date.endsWith("Z")
        || date.endsWith("z")
        || time >= 0 && (date.indexOf('+', time) > 0 || date.indexOf('-', time) > 0);
  }
}
