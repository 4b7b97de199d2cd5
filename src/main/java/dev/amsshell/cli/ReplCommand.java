package dev.amsshell.cli;

import dev.amsshell.repl.Repl;
import java.io.InputStream;
import org.apache.commons.cli.CommandLine;

/** The prompt. */
final class ReplCommand implements Command {
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
    // keys are for the prompt; an evaluation that reads them, even when it was left behind, takes
    // away what is typed next
    System.setIn(InputStream.nullInputStream());
    try (Session session = new Session(settings, process, true)) {
      return new Repl(new SessionWorkplace(session)).run();
    }
  }
}
