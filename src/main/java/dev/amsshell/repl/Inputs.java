package dev.amsshell.repl;

import dev.amsshell.dsl.Words;
import dev.amsshell.script.analysis.CompletenessCheck;
import dev.amsshell.script.analysis.Completer;
import dev.amsshell.script.analysis.Explanation;
import dev.amsshell.script.analysis.Scan;
import dev.amsshell.script.analysis.Scope;
import dev.amsshell.script.analysis.Suggestions;
import java.util.Optional;
import java.util.function.Supplier;

/** What is known of an input while it is typed. Nothing of it is ever evaluated for that. */
final class Inputs {
  /** By how many blanks the lines of a block are moved to the right. */
  static final int INDENTATION = 2;

  private final Commands commands;
  private final Supplier<Scope> scope;
  private final CompletenessCheck completeness = new CompletenessCheck();
  private final Completer completer;

  /**
   * @param scope what can be named, from memory
   */
  Inputs(Commands commands, Words words, Supplier<Scope> scope) {
    this.commands = commands;
    this.completer = new Completer(words);
    this.scope = scope;
  }

  /** Whether an input goes on from the last result, since it begins with a dot. */
  static boolean isContinuation(String input) {
    return input.stripLeading().startsWith(".");
  }

  /** An input as it is evaluated. */
  static String asEvaluated(String input) {
    return isContinuation(input) ? "_" + input.stripLeading() : input;
  }

  /** What an input of the form {@code ?expression} asks about, if it is one. */
  static Optional<String> question(String input) {
    String text = input.strip();
    return text.startsWith("?") ? Optional.of(text.substring(1).strip()) : Optional.empty();
  }

  /** Whether Enter ends the input. Two empty lines do in any case. */
  boolean isComplete(String input) {
    if (question(input).isPresent() || input.replace(" ", "").endsWith("\n\n")) {
      return true;
    }
    Optional<String> code = Commands.isCommand(input) ? commands.code(input) : Optional.of(input);
    return code.map(each -> completeness.isComplete(asEvaluated(each))).orElse(true);
  }

  /** How many blanks the line after some text begins with. */
  int indentation(String text) {
    return INDENTATION * Scan.of(text).depth();
  }

  /** What may be meant by the word that ends at the cursor. */
  Suggestions suggest(String input, int cursor) {
    if (Commands.isCommand(input)) {
      return commands.suggest(input.substring(0, cursor));
    }
    int added = asEvaluated(input).length() - input.length();
    Suggestions found = completer.complete(asEvaluated(input), cursor + added, scope.get());
    return new Suggestions(found.start() - added, found.end() - added, found.all());
  }

  /** What is known of the word at the cursor. */
  Optional<Explanation> explain(String input, int cursor) {
    if (Commands.isCommand(input)) {
      return Optional.empty();
    }
    int added = asEvaluated(input).length() - input.length();
    return completer.explain(asEvaluated(input), cursor + added, scope.get());
  }
}
