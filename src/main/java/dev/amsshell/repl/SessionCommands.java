package dev.amsshell.repl;

import dev.amsshell.base.CancellableThread;
import dev.amsshell.script.PromptEngine;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands about what was evaluated: variables, imports, results, errors. */
final class SessionCommands {
  private final Evaluator evaluator;
  private final Screen screen;
  private final InitFile init;

  /**
   * @param init what a reset does again
   */
  SessionCommands(Evaluator evaluator, Screen screen, InitFile init) {
    this.init = init;
    this.evaluator = evaluator;
    this.screen = screen;
  }

  List<Command> all() {
    return List.of(
        Command.of(":vars", "", "the variables and methods you made", none -> variables()),
        Command.of(":imports", "", "the imports you made", none -> imports()),
        Command.of(":reset", "", "forget variables, methods, classes and imports", none -> reset()),
        Command.of(":last", "", "the whole of the last result", none -> last()),
        Command.of(":error", "", "all about the last error", none -> error()),
        Command.ofExit(":time", Commands.CODE, "evaluate, and say how long it took", this::time));
  }

  private void variables() {
    List<Map<String, Object>> rows =
        evaluator.engine().variables().stream().map(SessionCommands::row).toList();
    if (!rows.isEmpty()) {
      screen.show(rows);
    }
    List<String> methods = evaluator.engine().methods();
    if (!methods.isEmpty()) {
      screen.tell("methods: " + String.join(", ", methods));
    }
    if (rows.isEmpty() && methods.isEmpty()) {
      screen.tell("no variables yet; def x = ... makes one");
    }
  }

  private static Map<String, Object> row(PromptEngine.Variable variable) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", variable.name());
    row.put("type", variable.value() == null ? "" : variable.value().getClass().getSimpleName());
    row.put("value", summary(variable.value()));
    return row;
  }

  /** What is large, or would have to be fetched, is not listed here. */
  private static String summary(Object value) {
    if (value instanceof Collection<?> many) {
      return many.size() + (many.size() == 1 ? " element" : " elements");
    }
    if (value instanceof Map<?, ?> map) {
      return map.size() + (map.size() == 1 ? " key" : " keys");
    }
    if (value != null && value.getClass().isArray()) {
      return "";
    }
    try {
      return String.valueOf(value).lines().findFirst().orElse("");
    } catch (RuntimeException | StackOverflowError e) {
      // an object of the user's own that cannot tell what it is
      return "";
    }
  }

  private void imports() {
    List<String> imports = evaluator.engine().imports();
    screen.text(imports.isEmpty() ? "no imports yet" : String.join("\n", imports));
  }

  private void reset() {
    PromptEngine engine = evaluator.engine();
    engine.reset();
    init.evaluate(engine, CancellableThread.current());
    screen.tell("all is as it was at the start");
  }

  private void last() {
    Object last = evaluator.engine().last();
    if (last == null) {
      throw new Refused("there is no result yet", "Evaluate something that has a value.");
    }
    screen.showWhole(last);
  }

  private void error() {
    screen.text(evaluator.lastError().isEmpty() ? "no error yet" : evaluator.lastError());
  }

  private Optional<Integer> time(String input) {
    if (input.isBlank()) {
      throw new Refused(":time takes what to evaluate", "Such as :time ams.jobs.failed.count()");
    }
    long start = System.nanoTime();
    Optional<Integer> exit = evaluator.evaluate(input);
    double milliseconds = (System.nanoTime() - start) / 1e6;
    screen.tell(
        milliseconds < 1000
            ? "took %.0f ms".formatted(milliseconds)
            : "took %.2f s".formatted(milliseconds / 1000));
    return exit;
  }
}
