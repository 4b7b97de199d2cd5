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
  private volatile boolean isClosed;

  /**
   * Work under way.
   *
   * @param result completes with what it comes to
   * @param wish the wish that it should stop
   */
  record Work<T>(CompletableFuture<T> result, Cancellation wish) {
    /** What the work came to; throws what it failed with, as if the caller had done it. */
    T join() {
      try {
        return result.join();
      } catch (CompletionException e) {
        throw CancellableThread.asIfHere(e.getCause());
      }
    }

    /** Nobody wants it any more. */
    void cancel() {
      wish.cancel();
    }
  }

  /** Starts work on behalf of the calling thread. */
  <T> Work<T> start(Supplier<T> work) {
    Cancellation own = new Cancellation();
    Cancellation.Registration link = CancellableThread.current().onCancel(own::cancel);
    CompletableFuture<T> result = new CompletableFuture<>();
    running.add(own);
    if (isClosed) {
      own.cancel();
    }
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
    return new Work<>(result, own);
  }

  @Override
  public void close() {
    isClosed = true;
    running.forEach(Cancellation::cancel);
  }
}
