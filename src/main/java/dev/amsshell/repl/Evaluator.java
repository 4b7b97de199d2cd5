package dev.amsshell.repl;

import dev.amsshell.base.CancellableThread;
import dev.amsshell.base.Cancellation;
import dev.amsshell.base.Cancelled;
import dev.amsshell.render.Tabular;
import dev.amsshell.script.ErrorText;
import dev.amsshell.script.Outcome;
import dev.amsshell.script.PromptEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jline.terminal.Terminal;

/** Evaluates inputs, one at a time, and shows what they come to. */
final class Evaluator {
  private final Terminal terminal;
  private final Screen screen;
  private final Confirmation question;
  private final EngineStart engine;
  private final List<Evaluated> evaluated = new ArrayList<>();
  private String lastError = "";

  /**
   * An input of this session.
   *
   * @param number as in {@code _3} and {@code input3}
   * @param typed as it was typed
   * @param text as it was evaluated
   * @param hasFailed whether it did not run to its end
   */
  record Evaluated(int number, String typed, String text, boolean hasFailed) {}

  /**
   * @param question what an evaluation may ask
   */
  Evaluator(Terminal terminal, Screen screen, Confirmation question, EngineStart engine) {
    this.terminal = terminal;
    this.screen = screen;
    this.question = question;
    this.engine = engine;
  }

  /** The engine; waits until it is ready. */
  PromptEngine engine() {
    return engine.await(CancellableThread.current());
  }

  /** Whether the user has a variable of this name. */
  boolean knows(String name) {
    return engine.ready().stream()
        .flatMap(ready -> ready.variables().stream())
        .anyMatch(each -> each.name().equals(name));
  }

  /** What was evaluated so far, in order. */
  List<Evaluated> evaluated() {
    return evaluated;
  }

  /** All there is to say about the last error; empty when there was none. */
  String lastError() {
    return lastError;
  }

  /** Evaluates one input; an exit code if it asks to leave. */
  Optional<Integer> evaluate(String input) {
    return run(
        (ready, cancellation) -> {
          if (Inputs.isContinuation(input) && ready.last() == null) {
            throw new Refused(
                "there is no result yet to go on from", "Evaluate something that has a value.");
          }
          String text = Inputs.asEvaluated(input);
          Outcome outcome = ready.evaluate(text, cancellation, this::show);
          boolean hasFailed = !(outcome instanceof Outcome.Value);
          evaluated.add(new Evaluated(ready.count(), input, text, hasFailed));
          return outcome;
        });
  }

  /** Evaluates the content of a file as if it was typed; an exit code if it asks to leave. */
  Optional<Integer> load(String name, String text) {
    return run((ready, cancellation) -> ready.load(name, text, cancellation));
  }

  private Optional<Integer> run(BiFunction<PromptEngine, Cancellation, Outcome> evaluation) {
    Cancellation cancellation = new Cancellation();
    Outcome outcome;
    try (Interrupts interrupts = new Interrupts(terminal, cancellation)) {
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(this::tellWhatIsFirst);
      PromptEngine ready = engine.await(cancellation);
      question.askedBy(cancellation);
      try {
        outcome = evaluation.apply(ready, cancellation);
      } finally {
        question.askedBy(null);
      }
    } catch (Cancelled e) {
      outcome = new Outcome.Interrupted();
    } catch (Refused e) {
      screen.error(e);
      return Optional.empty();
    }
    tell(outcome, cancellation);
    return outcome instanceof Outcome.Exit exit ? Optional.of(exit.code()) : Optional.empty();
  }

  private void tellWhatIsFirst() {
    if (engine.isPreparing()) {
      screen.tell("init.groovy goes first and is still at work; Ctrl-C stops it");
    }
  }

  /** A query that was only given a name is not run for that. */
  private void show(PromptEngine.Result result) {
    // what was left behind shows nothing any more
    CancellableThread.checkpoint();
    boolean isUnasked = result.isAssigned() && result.value() instanceof Tabular;
    if (result.value() != null) {
      screen.show(isUnasked ? result.value().toString() : result.value());
    }
  }

  private void tell(Outcome outcome, Cancellation cancellation) {
    if (outcome instanceof Outcome.CompileFailure failure) {
      error(ErrorText.brief(failure), ErrorText.of(failure));
    } else if (outcome instanceof Outcome.Thrown thrown) {
      error(ErrorText.brief(thrown), ErrorText.of(thrown));
    } else if (outcome instanceof Outcome.Interrupted) {
      screen.tell(
          cancellation.abandoned().isDone()
              ? "interrupted; it did not stop and was left behind, so it may still do something"
              : "interrupted");
    }
  }

  private void error(String brief, String whole) {
    lastError = whole;
    screen.error(brief);
    if (!brief.equals(whole)) {
      screen.tell(":error shows the rest");
    }
  }
}
