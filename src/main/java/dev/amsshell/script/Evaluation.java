package dev.amsshell.script;

import dev.amsshell.base.CancellableThread;
import dev.amsshell.base.Cancellation;
import dev.amsshell.base.Cancelled;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.codehaus.groovy.runtime.InvokerInvocationException;

/** Runs code that a person wrote on a thread of its own and says how it ended. */
final class Evaluation {
  private Evaluation() {}

  /**
   * Waits for the code to end, or to be cancelled: code that does not stop when asked is left
   * behind on its daemon thread once {@link Cancellation#abandon} is called.
   */
  static Outcome run(Cancellation cancellation, Traces traces, Callable<Object> code) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    CancellableThread thread =
        new CancellableThread(
            "evaluation",
            cancellation,
            () -> outcome.complete(outcome(cancellation, traces, code)));
    cancellation.abandoned().thenRun(() -> outcome.complete(new Outcome.Interrupted()));
    try (Cancellation.Registration interrupt = cancellation.onCancel(thread::interrupt)) {
      thread.start();
      return outcome.join();
    }
  }

  private static Outcome outcome(Cancellation cancellation, Traces traces, Callable<Object> code) {
    try {
      return new Outcome.Value(code.call());
    } catch (Throwable thrown) {
      Optional<ExitRequest> exit = Causes.innermost(thrown, ExitRequest.class);
      if (exit.isPresent()) {
        return new Outcome.Exit(exit.get().code());
      }
      // whatever a cancelled script throws on its way out was caused by that
      if (thrown instanceof Cancelled || cancellation.isCancelled()) {
        return new Outcome.Interrupted();
      }
      return thrown(unwrapped(thrown), traces);
    }
  }

  /** What was thrown is the script's own and may fail even when it is asked for its message. */
  private static Outcome thrown(Throwable error, Traces traces) {
    try {
      return new Outcome.Thrown(error, traces.problem(error));
    } catch (Throwable worse) {
      String message = error.getClass().getSimpleName() + ", which cannot tell its message";
      Throwable plain = new IllegalStateException(message);
      return new Outcome.Thrown(plain, new Problem(message, "", 0, 0, null, List.of()));
    }
  }

  /** What was thrown, without the wrappers that reflection puts around it. */
  private static Throwable unwrapped(Throwable thrown) {
    boolean wrapper =
        thrown instanceof InvokerInvocationException
            || thrown instanceof InvocationTargetException
            || thrown instanceof UndeclaredThrowableException;
    return wrapper && thrown.getCause() != null ? unwrapped(thrown.getCause()) : thrown;
  }
}
