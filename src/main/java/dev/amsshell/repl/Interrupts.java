package dev.amsshell.repl;

import dev.amsshell.base.Cancellation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Terminal;
import org.jline.utils.Signals;

/** Ctrl-C while something runs: the first one asks it to stop, the second leaves it behind. */
final class Interrupts implements AutoCloseable {
  /** How long it may go on before the user is told what else to do. */
  private static final Duration PATIENCE = Duration.ofMillis(400);

  private final Terminal terminal;
  private final Cancellation cancellation;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Terminal.SignalHandler before;
  private final boolean isDumb;
  private final Object nativeBefore;

  /** From now on, Ctrl-C is for this work. */
  Interrupts(Terminal terminal, Cancellation cancellation) {
    this.terminal = terminal;
    this.cancellation = cancellation;
    before = terminal.handle(Terminal.Signal.INT, signal -> interrupt());
    isDumb = Terminals.isDumb(terminal);
    // a dumb terminal does not hear signals by itself
    nativeBefore = isDumb ? Signals.register("INT", this::interrupt) : null;
  }

  /** From now on, Ctrl-C between two pieces of work does nothing, instead of ending the program. */
  static void ignore(Terminal terminal) {
    terminal.handle(Terminal.Signal.INT, signal -> {});
    if (Terminals.isDumb(terminal)) {
      Signals.register("INT", () -> {});
    }
  }

  private void interrupt() {
    if (cancellation.isCancelled()) {
      cancellation.abandon();
      return;
    }
    cancellation.cancel();
    CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              if (!ended.isDone()) {
                terminal
                    .writer()
                    .println("it does not stop; press Ctrl-C again to leave it behind");
                terminal.flush();
              }
            });
  }

  @Override
  public void close() {
    ended.complete(null);
    terminal.handle(Terminal.Signal.INT, before);
    if (isDumb) {
      Signals.unregister("INT", nativeBefore);
    }
    Thread.interrupted();
  }
}
