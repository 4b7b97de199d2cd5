package dev.amsshell.service.v2;

import dev.amsshell.base.CancellableThread;
import dev.amsshell.base.Cancellation;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Does work beside that of the caller: it stops when the caller's work is cancelled, or on close.
 */
final class Workers implements AutoCloseable {
  private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();

  /** Starts work on behalf of the calling thread. */
  <T> CompletableFuture<T> start(Supplier<T> work) {
    Cancellation own = new Cancellation();
    Cancellation.Registration link = CancellableThread.current().onCancel(own::cancel);
    CompletableFuture<T> result = new CompletableFuture<>();
    running.add(own);
    new CancellableThread(
            "reader",
            own,
            () -> {
              try {
                result.complete(work.get());
              } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
              } finally {
                link.close();
                running.remove(own);
              }
            })
        .start();
    return result;
  }

  /** What the work came to, or what it failed with. */
  static <T> T result(CompletableFuture<T> work) {
    try {
      return work.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw (Error) e.getCause();
    }
  }

  @Override
  public void close() {
    running.forEach(Cancellation::cancel);
  }
}
