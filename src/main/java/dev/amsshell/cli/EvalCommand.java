package dev.amsshell.cli;

import dev.amsshell.script.Outcome;
import dev.amsshell.script.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;

/** Evaluates one expression and prints its value. */
final class EvalCommand implements Command {
  @Override
  public String name() {
    return "eval";
  }

  @Override
  public String parameters() {
    return "EXPRESSION";
  }

  @Override
  public String summary() {
    return "evaluate one expression and print its value";
  }

  @Override
  public boolean canReport() {
    return true;
  }

  @Override
  public int run(CommandLine arguments, Settings settings, Process process) {
    List<String> parameters = arguments.getArgList();
    if (parameters.size() != 1) {
      throw new UsageError(
          "eval wants one expression, and there are " + parameters.size(),
          "Quote it, so that it is one argument; put '--' before one that begins with '-'.");
    }
    String expression = parameters.get(0);
    try (Session session = new Session(settings, process)) {
      Source source = new Source("eval", expression, Path.of("").toAbsolutePath());
      Conclusion conclusion = new Conclusion(session, source.name(), Optional.empty(), settings);
      Outcome outcome =
          session
              .engine()
              .run(source, List.of(), process.cancellation(), value -> shown(value, session));
      return conclusion.of(outcome);
    }
  }

  private static Object shown(Object value, Session session) {
    // the value of a check is what is told of it
    if (value != null || session.checks().made().isEmpty()) {
      session.console().show(value);
    }
    return null;
  }
}
