package dev.amsshell.repl;

import dev.amsshell.repl.PromptSettings.Setting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands about how things are shown, and about the service they come from. */
final class SettingCommands {
  private final Workplace workplace;
  private final Screen screen;
  private final Evaluator evaluator;
  private final RecentJobs jobs;

  /**
   * @param evaluator knows what words mean
   * @param jobs forgotten when those of another account are wanted
   */
  SettingCommands(Workplace workplace, Screen screen, Evaluator evaluator, RecentJobs jobs) {
    this.workplace = workplace;
    this.screen = screen;
    this.evaluator = evaluator;
    this.jobs = jobs;
  }

  List<Command> all() {
    return List.of(
        Command.of(":set", "[NAME [VALUE]]", "see or change a setting", this::choices, this::set),
        Command.of(
            ":profile",
            "[NAME]",
            "which service ams is, or which it is to be",
            typed -> workplace.profiles(),
            this::profile),
        Command.of(
            ":trace", "[on|off]", "show each request", typed -> List.of("on", "off"), this::trace));
  }

  /** Names of settings first, then what the one that was named can be. */
  private List<String> choices(String typed) {
    Stream<Setting> all = workplace.settings().all().stream();
    if (!typed.contains(" ")) {
      return all.map(each -> each.name() + " ").toList();
    }
    String name = typed.strip().split("\\s+")[0];
    return all.filter(each -> each.name().equals(name))
        .flatMap(each -> each.choices().stream())
        .map(choice -> name + " " + choice)
        .toList();
  }

  private void set(String argument) {
    PromptSettings settings = workplace.settings();
    String[] parts = argument.strip().split("\\s+", 2);
    if (parts.length == 2) {
      settings.set(parts[0], parts[1]);
      return;
    }
    List<Setting> wanted =
        settings.all().stream()
            .filter(each -> parts[0].isEmpty() || each.name().equals(parts[0]))
            .toList();
    if (wanted.isEmpty()) {
      throw new Refused(
          "there is no setting '%s'".formatted(parts[0]), ":set lists those there are.");
    }
    screen.text(wanted.stream().map(SettingCommands::text).collect(Collectors.joining("\n")));
  }

  private static String text(Setting setting) {
    return "%-9s %s\n          %s\n          takes %s"
        .formatted(setting.name(), setting.value(), setting.help(), setting.takes());
  }

  /** What was made for another account stays for that one. */
  private void profile(String argument) {
    String name = argument.strip();
    if (!name.isEmpty()) {
      evaluator.engine().define(workplace.use(name));
      jobs.forget();
    }
    screen.show(workplace.connection());
  }

  private void trace(String argument) {
    Optional<Boolean> wanted =
        switch (argument.strip()) {
          case "on" -> Optional.of(true);
          case "off" -> Optional.of(false);
          case "" -> Optional.empty();
          default -> throw new Refused("no '" + argument + "' for :trace", "It is on or off.");
        };
    wanted.ifPresent(workplace::trace);
    screen.tell(
        workplace.isTracing() ? "each request is shown" : "requests are not shown; :trace on");
  }
}
