package dev.amsshell.render;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Moments on the clock of the zone that the reader chose; null where nothing is known. Each says
 * its offset from UTC, unless the heading of its column does: where the offset changes with the
 * season, only the moment itself can tell.
 */
public final class Moments {
  static final Moments UTC = new Moments(ZoneOffset.UTC);

  private static final DateTimeFormatter TIME = formatter("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter WITH_OFFSET = formatter("yyyy-MM-dd HH:mm:ss xxx");
  private static final DateTimeFormatter OF_DAY = formatter("HH:mm:ssXXX");

  private final ZoneId zone;

  public Moments(ZoneId zone) {
    this.zone = zone.normalized();
  }

  /** Such as {@code created (UTC)}. */
  public String heading(String word) {
    return zone instanceof ZoneOffset ? "%s (%s)".formatted(word, zoneName()) : word;
  }

  /** Such as {@code 2015-02-11 01:46:08}, below that heading. */
  public String inColumn(Instant moment) {
    return text(zone instanceof ZoneOffset ? TIME : WITH_OFFSET, moment);
  }

  /** Such as {@code 2015-02-11 01:46:08 UTC}. */
  public String alone(Instant moment) {
    return zone.equals(ZoneOffset.UTC) && moment != null
        ? inColumn(moment) + " UTC"
        : text(WITH_OFFSET, moment);
  }

  /** Such as {@code 01:46:08Z}. */
  String ofDay(Instant moment) {
    return text(OF_DAY, moment);
  }

  /** To the last digit, as ISO 8601 writes it. */
  String exact(Instant moment) {
    return zone.equals(ZoneOffset.UTC)
        ? moment.toString()
        : text(DateTimeFormatter.ISO_OFFSET_DATE_TIME, moment);
  }

  /** The zone in words, such as {@code UTC} or {@code Europe/Berlin}. */
  public String zoneName() {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  private String text(DateTimeFormatter format, Instant moment) {
    return moment == null ? null : format.format(moment.atZone(zone));
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }
}
