package dev.amsshell.render.scale;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Round times along an axis, by the clock of a zone.
 *
 * @param zone by whose clock they are round
 * @param moments in order; may be empty where the span is
 * @param isByDay whether all of them are midnights
 */
public record TimeTicks(ZoneId zone, List<Instant> moments, boolean isByDay) {
  private static final Duration DAY = Duration.ofDays(1);
  private static final List<Duration> STEPS =
      Stream.of(
              "PT1S", "PT5S", "PT15S", "PT30S", "PT1M", "PT5M", "PT15M", "PT30M", "PT1H", "PT2H",
              "PT3H", "PT6H", "PT12H", "P1D", "P2D", "P7D", "P14D", "P28D", "P91D", "P364D")
          .map(Duration::parse)
          .toList();
  private static final DateTimeFormatter DATE = format("MM-dd");
  private static final DateTimeFormatter YEAR = format("yyyy-MM-dd");
  private static final DateTimeFormatter MINUTE = format("HH:mm");
  private static final DateTimeFormatter SECOND = format("HH:mm:ss");

  /**
   * At most so many between two moments, the ends included.
   *
   * @param most at least one
   */
  public static TimeTicks between(Instant from, Instant to, int most, ZoneId zone) {
    Duration span = Duration.between(from, to);
    Duration step =
        STEPS.stream()
            .filter(each -> each.multipliedBy(most).compareTo(span) >= 0)
            .findFirst()
            .orElseGet(() -> Duration.ofDays(span.toDays() / most + 1));
    boolean isByDay = step.compareTo(DAY) >= 0;
    ZonedDateTime midnight = from.atZone(zone).toLocalDate().atStartOfDay(zone);
    List<Instant> moments = new ArrayList<>();
    for (long n = 0; ; n++) {
      Instant tick =
          isByDay
              ? midnight.plusDays(n * step.toDays()).toInstant()
              : midnight.toInstant().plus(step.multipliedBy(n));
      if (tick.isAfter(to)) {
        return new TimeTicks(zone, List.copyOf(moments), isByDay);
      }
      if (!tick.isBefore(from) && moments.size() < most) {
        moments.add(tick);
      }
    }
  }

  /** The time of day, or the day where one begins. */
  public String label(Instant moment) {
    LocalDateTime local = moment.atZone(zone).toLocalDateTime();
    LocalDate day = local.toLocalDate();
    if (isByDay || local.equals(day.atStartOfDay())) {
      return (isOfSeveralYears() ? YEAR : DATE).format(local);
    }
    boolean hasSeconds = moments.stream().anyMatch(each -> each.getEpochSecond() % 60 != 0);
    return (hasSeconds ? SECOND : MINUTE).format(local);
  }

  private boolean isOfSeveralYears() {
    return moments.stream().map(each -> each.atZone(zone).getYear()).distinct().count() > 1;
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }
}
