package dev.amsshell.repl;

import dev.amsshell.base.Cancelled;
import dev.amsshell.base.Failure;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Terminal;

/** Does what an input asks for, be it a command, a question or Groovy. */
final class Responses {
  /** What people type at prompts, and the commands that they mean. */
  private static final Map<String, String> PLAIN_WORDS =
      Map.of("help", ":help", "?", ":help", "quit", ":quit", "exit", ":quit");

  private final Screen screen;
  private final Commands commands;
  private final Inputs inputs;
  private final Evaluator evaluator;
  private final Interruptible interruptible;

  Responses(
      Terminal terminal, Screen screen, Commands commands, Inputs inputs, Evaluator evaluator) {
    this.screen = screen;
    this.commands = commands;
    this.inputs = inputs;
    this.evaluator = evaluator;
    this.interruptible = new Interruptible(terminal, this::tell);
  }

  /** Responds to one input; an exit code if it asks to leave. */
  Optional<Integer> to(String input) {
    if (input.isBlank()) {
      return Optional.empty();
    }
    String command = PLAIN_WORDS.get(input.strip());
    if (command != null && !evaluator.knows(input.strip())) {
      return interruptible.run(() -> commands.run(command));
    }
    Optional<String> question = Inputs.question(input);
    if (question.isPresent()) {
      return interruptible.run(() -> explain(question.get()));
    }
    return Commands.isCommand(input)
        ? interruptible.run(() -> commands.run(input))
        : evaluator.evaluate(input);
  }

  private void tell(Throwable error) {
    if (error instanceof Cancelled) {
      screen.tell("interrupted");
    } else if (error instanceof Failure failure) {
      screen.error(failure);
    } else {
      screen.error(error.toString());
    }
  }

  private Optional<Integer> explain(String expression) {
    if (Commands.isCommand(expression)) {
      return commands.run(":help " + expression);
    }
    screen.text(
        inputs
            .explain(expression, expression.length())
            .map(WordText::of)
            .orElseThrow(
                () ->
                    new Refused(
                        "nothing is known of '%s'".formatted(expression),
                        ":help lists what there is.")));
    return Optional.empty();
  }
}
