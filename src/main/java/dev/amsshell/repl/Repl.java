package dev.amsshell.repl;

import dev.amsshell.base.Cancellation;
import dev.amsshell.base.Io;
import dev.amsshell.base.Redactor;
import dev.amsshell.render.Printer;
import dev.amsshell.script.ErrorText;
import dev.amsshell.script.Outcome;
import dev.amsshell.script.PromptEngine;
import dev.amsshell.script.analysis.SecretLiterals;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;

/** Reads an input, evaluates it, shows its value, and again, until the user leaves. */
public final class Repl {
  private static final String PROMPT = "ams> ";

  /** How long an interrupted evaluation may go on before the user is told what else to do. */
  private static final Duration PATIENCE = Duration.ofMillis(400);

  private final Io io;
  private final Printer printer;
  private final PrintStream results;
  private final BiConsumer<IntSupplier, IntSupplier> onTerminal;
  private final Redactor redactor;
  private final Path historyFile;
  private final String version;
  private final CompletableFuture<PromptEngine> engine;

  /**
   * @param io where output goes; input is read from the terminal itself
   * @param engine makes the engine, in the background while the prompt is already there
   * @param printer shows values
   * @param results where it shows them
   * @param onTerminal told how to ask for the width and the height of the terminal
   * @param redactor cleans what is shown and what goes to the history
   * @param historyFile where inputs are remembered
   * @param version shown at the start
   */
  public Repl(
      Io io,
      Supplier<PromptEngine> engine,
      Printer printer,
      PrintStream results,
      BiConsumer<IntSupplier, IntSupplier> onTerminal,
      Redactor redactor,
      Path historyFile,
      String version) {
    this.io = io;
    this.printer = printer;
    this.results = results;
    this.onTerminal = onTerminal;
    this.redactor = redactor;
    this.historyFile = historyFile;
    this.version = version;
    this.engine = inBackground(engine);
  }

  /** Runs until the user leaves; the exit code. */
  public int run() {
    try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
      onTerminal.accept(terminal::getWidth, terminal::getHeight);
      PrintWriter screen = terminal.writer();
      screen.println("ams-shell " + version + "; :help for help, :quit or Ctrl-D to leave");
      screen.flush();
      LineReader reader =
          LineReaders.create(
              terminal,
              engine,
              new SharedHistory(
                  new HistoryFile(historyFile, screen::println),
                  new SecretLiterals(redactor)::masked));
      return loop(terminal, reader);
    } catch (IOException e) {
      throw new UncheckedIOException("the terminal cannot be opened", e);
    }
  }

  private int loop(Terminal terminal, LineReader reader) {
    while (true) {
      String input;
      try {
        input = reader.readLine(PROMPT);
      } catch (UserInterruptException e) {
        continue;
      } catch (EndOfFileException e) {
        return 0;
      }
      if (input.isBlank()) {
        continue;
      }
      Optional<Integer> exit =
          Commands.isCommand(input)
              ? Commands.run(input, terminal.writer())
              : evaluate(input, terminal);
      terminal.flush();
      if (exit.isPresent()) {
        return exit.get();
      }
    }
  }

  /** Evaluates one input; an exit code if it asks to leave. */
  private Optional<Integer> evaluate(String input, Terminal terminal) {
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Runnable interrupt = () -> interrupt(cancellation, ended, terminal.writer());
    Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, signal -> interrupt.run());
    // a dumb terminal does not hear signals by itself
    boolean isDumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
    Object nativeBefore = isDumb ? Signals.register("INT", interrupt) : null;
    try {
      Outcome outcome = engine.join().evaluate(input, cancellation, this::show);
      io.out().flush();
      if (outcome instanceof Outcome.Exit exit) {
        return Optional.of(exit.code());
      }
      terminal.writer().print(shown(outcome, cancellation));
      return Optional.empty();
    } finally {
      ended.complete(null);
      terminal.handle(Terminal.Signal.INT, before);
      if (isDumb) {
        Signals.unregister("INT", nativeBefore);
      }
      Thread.interrupted();
    }
  }

  /** The first Ctrl-C asks the evaluation to stop, the second leaves it behind. */
  private static void interrupt(
      Cancellation cancellation, CompletableFuture<Void> ended, PrintWriter screen) {
    if (cancellation.isCancelled()) {
      cancellation.abandon();
      return;
    }
    cancellation.cancel();
    CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              if (!ended.isDone()) {
                screen.println("it does not stop; press Ctrl-C again to leave it behind");
                screen.flush();
              }
            });
  }

  private String shown(Outcome outcome, Cancellation cancellation) {
    if (outcome instanceof Outcome.Value) {
      return "";
    }
    if (outcome instanceof Outcome.CompileFailure failure) {
      return redactor.redact(ErrorText.of(failure)) + "\n";
    }
    if (outcome instanceof Outcome.Thrown thrown) {
      return redactor.redact(ErrorText.of(thrown)) + "\n";
    }
    return cancellation.abandoned().isDone()
        ? "interrupted; it did not stop and was left behind, so it may still do something\n"
        : "interrupted\n";
  }

  /** Showing a value may ask the service, so that it is a part of the evaluation. */
  private Object show(Object value) {
    if (value != null) {
      printer.print(value, results);
    }
    return null;
  }

  private static CompletableFuture<PromptEngine> inBackground(Supplier<PromptEngine> engine) {
    CompletableFuture<PromptEngine> made = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                PromptEngine fresh = engine.get();
                // the compiler takes longest the first time; nobody waits for it here
                fresh.completeness("1 + 1");
                made.complete(fresh);
              } catch (RuntimeException | Error e) {
                made.completeExceptionally(e);
              }
            },
            "engine");
    thread.setDaemon(true);
    thread.start();
    return made;
  }
}
