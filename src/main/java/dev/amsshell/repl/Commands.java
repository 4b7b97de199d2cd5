package dev.amsshell.repl;

import dev.amsshell.base.Failure;
import dev.amsshell.script.analysis.Suggestion;
import dev.amsshell.script.analysis.Suggestions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the command that is meant; names may be abbreviated as long as one alone begins so. */
final class Commands {
  /** What is shown of what a command takes when that is Groovy. */
  static final String CODE = "INPUT";

  private final List<Command> all;

  Commands(List<Command> all) {
    this.all = all.stream().sorted(Comparator.comparing(Command::name)).toList();
  }

  static boolean isCommand(String input) {
    return input.stripLeading().startsWith(":");
  }

  /** All of them, by name. */
  List<Command> all() {
    return all;
  }

  /** Those whose name begins so. */
  List<Command> startingWith(String typed) {
    return all.stream().filter(each -> each.name().startsWith(typed)).toList();
  }

  /**
   * Runs a command; an exit code if it asks to leave.
   *
   * @throws Failure when there is no such command, or it cannot do what was asked
   */
  Optional<Integer> run(String input) {
    String[] parts = input.strip().split("\\s+", 2);
    String argument = parts.length > 1 ? parts[1] : "";
    Command command = meant(parts[0]);
    if (command.takes().isEmpty() && !argument.isEmpty()) {
      throw new Refused(
          "%s takes nothing, and there is '%s'".formatted(command.name(), argument), "");
    }
    return command.action().apply(argument);
  }

  /** The Groovy that follows the name of a command which takes such. */
  Optional<String> code(String input) {
    String[] parts = input.strip().split("\\s+", 2);
    List<Command> meant = startingWith(parts[0]);
    return parts.length == 2 && meant.size() == 1 && meant.get(0).takes().equals(CODE)
        ? Optional.of(parts[1])
        : Optional.empty();
  }

  /** What may be meant by the end of an input that is typed so far. */
  Suggestions suggest(String typed) {
    int from = typed.indexOf(':');
    int blank = typed.indexOf(' ', from);
    if (blank < 0) {
      return new Suggestions(
          from,
          typed.length(),
          startingWith(typed.substring(from)).stream()
              .map(each -> new Suggestion(each.name(), "commands", each.summary(), true))
              .toList());
    }
    String argument = typed.substring(blank + 1).stripLeading();
    List<Command> meant = startingWith(typed.substring(from, blank));
    List<Suggestion> choices =
        meant.size() != 1
            ? List.of()
            : meant.get(0).choices().apply(argument).stream()
                .filter(each -> each.startsWith(argument))
                .map(each -> new Suggestion(each, "", "", false))
                .toList();
    return new Suggestions(typed.length() - argument.length(), typed.length(), choices);
  }

  /** The one that an abbreviation stands for. */
  Command meant(String typed) {
    List<Command> meant = startingWith(typed);
    Optional<Command> exact = meant.stream().filter(each -> each.name().equals(typed)).findFirst();
    if (exact.isPresent()) {
      return exact.get();
    }
    if (typed.length() > 1 && meant.size() == 1) {
      return meant.get(0);
    }
    if (typed.length() > 1 && meant.size() > 1) {
      throw new Refused("'%s' may be %s".formatted(typed, names(meant)), "Type more of its name.");
    }
    throw new Refused("there is no command '%s'".formatted(typed), ":help lists those there are.");
  }

  private static String names(List<Command> commands) {
    return commands.stream().map(Command::name).collect(Collectors.joining(" "));
  }
}
