package dev.amsshell.cli;

import dev.amsshell.repl.PromptSettings;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** The preferences as they are now. Whoever goes by them asks each time. */
final class LiveSettings implements PromptSettings {
  private volatile Preferences now;

  /**
   * @param first what the options say
   */
  LiveSettings(Preferences first) {
    this.now = first;
  }

  Preferences now() {
    return now;
  }

  @Override
  public List<Setting> all() {
    Preferences shown = now;
    return List.of(
        choice("output", shown.output(), "how values are written"),
        new Setting(
            "timeout",
            shown.timeout().map(DurationText::of).orElse(Preferences.NONE),
            "none or a duration such as 90s, 30m, 2h, 1d",
            List.of(Preferences.NONE, "90s", "30m", "2h", "1d"),
            "how long an await may take that does not say"),
        choice("color", shown.color(), "whether states are coloured"),
        new Setting(
            "timezone",
            shown.zone().getId(),
            Preferences.ZONE_FORM,
            zones(),
            "by whose clock tables and progress show times; JSON and CSV stay in UTC"));
  }

  private static <T extends Enum<T>> Setting choice(String name, T now, String help) {
    List<String> all = Preferences.names(now.getDeclaringClass());
    return new Setting(name, Preferences.name(now), String.join(", ", all), all, help);
  }

  @Override
  public synchronized void set(String name, String value) {
    now = now.with(name, value, name);
  }

  private static List<String> zones() {
    return Stream.concat(
            Stream.of("UTC", Preferences.LOCAL), ZoneId.getAvailableZoneIds().stream().sorted())
        .distinct()
        .toList();
  }
}
