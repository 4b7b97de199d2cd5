package dev.amsshell.cli;

import dev.amsshell.render.Format;
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
    List<String> formats = Preferences.names(Format.class);
    List<String> colors = Preferences.names(Preferences.Color.class);
    return List.of(
        new Setting(
            "output",
            Preferences.name(shown.output()),
            String.join(", ", formats),
            formats,
            "how values are written"),
        new Setting(
            "timeout",
            shown.timeout().map(DurationText::of).orElse(Preferences.NONE),
            "none or a duration such as 90s, 30m, 2h, 1d",
            List.of(Preferences.NONE, "90s", "30m", "2h", "1d"),
            "how long an await may take that does not say"),
        new Setting(
            "color",
            Preferences.name(shown.color()),
            String.join(", ", colors),
            colors,
            "whether states are coloured"),
        new Setting(
            "timezone",
            shown.zone().getId(),
            Preferences.ZONE_FORM,
            zones(),
            "by whose clock tables and progress show times; JSON and CSV stay in UTC"));
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
