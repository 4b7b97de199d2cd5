package dev.amsshell.cli;

import dev.amsshell.render.Format;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Of the settings those that may change while the prompt runs. The command line and {@code :set}
 * understand the same.
 *
 * @param output how values are written, and errors where that is JSON
 * @param color whether states are coloured
 * @param timeout how long an await may take that does not say
 * @param zone by whose clock people are shown times
 */
record Preferences(Format output, Color color, Optional<Duration> timeout, ZoneId zone) {
  static final Preferences USUAL =
      new Preferences(Format.TABLE, Color.AUTO, Optional.empty(), ZoneId.of("UTC"));

  static final List<String> NAMES = List.of("output", "timeout", "color", "timezone");

  /** What stands for no timeout. */
  static final String NONE = "none";

  /** What stands for the zone of this machine. */
  static final String LOCAL = "local";

  static final String ZONE_FORM =
      "UTC, local, a name such as Europe/Berlin or an offset such as +05:30";

  /** When states are coloured. */
  enum Color {
    /** On a terminal that can, unless NO_COLOR is set. */
    AUTO,
    ALWAYS,
    NEVER
  }

  /**
   * The same, but for one.
   *
   * @param name one of {@link #NAMES}
   * @param label what to call it in an error
   * @throws UsageError when there is none of that name, or it cannot be that
   */
  Preferences with(String name, String text, String label) {
    return switch (name) {
      case "output" -> new Preferences(choice(Format.class, text, label), color, timeout, zone);
      case "color" -> new Preferences(output, choice(Color.class, text, label), timeout, zone);
      case "timeout" -> new Preferences(output, color, timeout(text, label), zone);
      case "timezone" -> new Preferences(output, color, timeout, zone(text, label));
      default ->
          throw new UsageError(
              "there is no setting '" + name + "'", "There are " + String.join(", ", NAMES) + ".");
    };
  }

  private static Optional<Duration> timeout(String text, String label) {
    if (text.strip().equalsIgnoreCase(NONE)) {
      return Optional.empty();
    }
    return Optional.of(
        DurationText.parse(text).orElseThrow(() -> wrong(label, text, DurationText.FORM)));
  }

  /** Names of zones are known in any letter case. */
  private static ZoneId zone(String text, String label) {
    String name = text.strip();
    if (name.equalsIgnoreCase(LOCAL)) {
      return ZoneId.systemDefault();
    }
    try {
      return ZoneId.of(
          ZoneId.getAvailableZoneIds().stream()
              .filter(name::equalsIgnoreCase)
              .findFirst()
              .orElse(name));
    } catch (DateTimeException e) {
      throw wrong(label, text, ZONE_FORM);
    }
  }

  private static <T extends Enum<T>> T choice(Class<T> type, String text, String label) {
    return Stream.of(type.getEnumConstants())
        .filter(each -> each.name().equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElseThrow(() -> wrong(label, text, "one of " + String.join(", ", names(type))));
  }

  /** What there is to choose from, as it is written. */
  static List<String> names(Class<? extends Enum<?>> type) {
    return Stream.of(type.getEnumConstants()).map(Preferences::name).toList();
  }

  static String name(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  static UsageError wrong(String label, String text, String expected) {
    return new UsageError("%s cannot be '%s'".formatted(label, text), "It is " + expected + ".");
  }
}
