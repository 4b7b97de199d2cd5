package dev.amsshell.cli;

import dev.amsshell.render.FirstRows;
import dev.amsshell.repl.Repl;
import dev.amsshell.script.PromptEngine;
import org.apache.commons.cli.CommandLine;

/** The prompt. */
final class ReplCommand implements Command {
  /** How many rows of a value are shown without being asked for. */
  static final int FIRST_ROWS = 50;

  @Override
  public String name() {
    return "repl";
  }

  @Override
  public String summary() {
    return "the interactive prompt; the default on a terminal";
  }

  @Override
  public int run(CommandLine arguments, Settings settings, Process process) {
    return start(settings, process);
  }

  static int start(Settings settings, Process process) {
    if (!process.io().inTerminal() || !process.io().outTerminal()) {
      throw new UsageError(
          "the prompt needs a terminal, and standard "
              + (process.io().inTerminal() ? "output" : "input")
              + " is none",
          "Use 'ams-shell run -' to run a script from standard input.");
    }
    try (Session session = new Session(settings, process, true)) {
      return new Repl(
              process.io(),
              () -> new PromptEngine(session.words(), process.io()),
              new FirstRows(session.printer(), () -> FIRST_ROWS),
              process.display().out(),
              process.display()::measureBy,
              process.redactor(),
              process.folders().state().resolve("history"),
              Version.number())
          .run();
    }
  }
}
