package dev.amsshell.repl;

import dev.amsshell.dsl.Topics;
import dev.amsshell.dsl.WordHelp;
import dev.amsshell.dsl.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands for those who do not know how to go on, one way or the other. */
final class HelpCommands {
  private final Screen screen;
  private final List<Command> commands;
  private final Words words;
  private final Topics topics = new Topics();

  /**
   * @param commands all commands, as soon as they are known
   */
  HelpCommands(Screen screen, Words words, List<Command> commands) {
    this.screen = screen;
    this.words = words;
    this.commands = commands;
  }

  List<Command> all() {
    return List.of(
        Command.of(
            ":help", "[TOPIC|WORD|COMMAND]", "what can be typed here", this::choices, this::help),
        Command.ofExit(":quit", "", "leave, like Ctrl-D", none -> Optional.of(0)));
  }

  private List<String> choices(String typed) {
    Stream<String> all =
        Stream.of(
                topics.names().stream(),
                words.all().stream().map(WordHelp::word),
                commands.stream().map(Command::name))
            .flatMap(each -> each);
    return all.distinct().toList();
  }

  private void help(String argument) {
    String wanted = argument.strip();
    if (wanted.isEmpty()) {
      screen.text(topics.text("start").orElseThrow() + "\n\n" + list());
    } else {
      screen.text(
          topics
              .text(wanted)
              .or(() -> command(wanted))
              .or(() -> word(wanted))
              .orElseThrow(() -> unknown(wanted)));
    }
  }

  private String list() {
    int width = commands.stream().mapToInt(each -> each.usage().length()).max().orElse(0);
    return commands.stream()
        .map(each -> ("  %-" + width + "s  %s").formatted(each.usage(), each.summary()))
        .collect(Collectors.joining("\n"));
  }

  private Optional<String> command(String wanted) {
    String name = wanted.startsWith(":") ? wanted : ":" + wanted;
    return commands.stream()
        .filter(each -> each.name().equals(name))
        .map(each -> each.usage() + "\n  " + each.summary())
        .reduce((one, other) -> one + "\n" + other);
  }

  private Optional<String> word(String wanted) {
    return words.named(wanted).stream()
        .map(WordText::of)
        .reduce((one, other) -> one + "\n\n" + other);
  }

  private Refused unknown(String wanted) {
    return new Refused(
        "there is no help on '%s'".formatted(wanted),
        ":help lists commands and topics; ams.help() lists the words.");
  }
}
