package dev.amsshell.repl;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Something that the prompt itself understands, apart from Groovy.
 *
 * @param name with its colon
 * @param takes what follows the name, as the help shows it; empty when nothing does
 * @param summary what it does, in a line
 * @param choices what may follow, as far as that can be listed, given what is typed of it
 * @param action does it with what follows the name; an exit code if it asks to leave
 */
record Command(
    String name,
    String takes,
    String summary,
    Function<String, List<String>> choices,
    Function<String, Optional<Integer>> action) {
  private static final Function<String, List<String>> NO_CHOICES = typed -> List.of();

  /** One that may ask to leave. */
  static Command ofExit(
      String name, String takes, String summary, Function<String, Optional<Integer>> action) {
    return new Command(name, takes, summary, NO_CHOICES, action);
  }

  /** One after which the user is at the prompt again. */
  static Command of(String name, String takes, String summary, Consumer<String> action) {
    return of(name, takes, summary, NO_CHOICES, action);
  }

  /** The same, where what may follow can be listed. */
  static Command of(
      String name,
      String takes,
      String summary,
      Function<String, List<String>> choices,
      Consumer<String> action) {
    return new Command(
        name,
        takes,
        summary,
        choices,
        argument -> {
          action.accept(argument);
          return Optional.empty();
        });
  }

  /** How it is written, as the help shows it. */
  String usage() {
    return takes.isEmpty() ? name : name + " " + takes;
  }
}
