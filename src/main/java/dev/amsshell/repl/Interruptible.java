package dev.amsshell.repl;

import dev.amsshell.base.CancellableThread;
import dev.amsshell.base.Cancellation;
import dev.amsshell.base.Cancelled;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/** Does work of the prompt's own so that Ctrl-C ends it, and nothing that goes wrong ends more. */
final class Interruptible {
  private final Terminal terminal;
  private final Consumer<Throwable> errors;

  /**
   * @param errors told what the work fails with, on its own thread
   */
  Interruptible(Terminal terminal, Consumer<Throwable> errors) {
    this.terminal = terminal;
    this.errors = errors;
  }

  /** What the work comes to; nothing when it fails, or is ended or left behind. */
  <T> Optional<T> run(Supplier<Optional<T>> work) {
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Optional<T>> result = new CompletableFuture<>();
    CancellableThread thread =
        new CancellableThread(
            "command", cancellation, () -> result.complete(result(work, cancellation)));
    cancellation.abandoned().thenRun(() -> result.complete(Optional.empty()));
    try (Interrupts interrupts = new Interrupts(terminal, cancellation);
        Cancellation.Registration interrupt = cancellation.onCancel(thread::interrupt)) {
      thread.start();
      return result.join();
    }
  }

  private <T> Optional<T> result(Supplier<Optional<T>> work, Cancellation cancellation) {
    try {
      return work.get();
    } catch (Throwable e) {
      // objects of the user's own, which commands show, throw anything
      errors.accept(cancellation.isCancelled() ? new Cancelled() : e);
      return Optional.empty();
    }
  }
}
