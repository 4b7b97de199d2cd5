package dev.amsshell.base;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Work on a thread of its own, on behalf of the thread that starts it: it stops when the work of
 * that thread is cancelled.
 *
 * @param <T> what it comes to
 */
public final class SideWork<T> {
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final Cancellation wish = new Cancellation();

  private SideWork() {}

  /**
   * Starts it.
   *
   * @param name the name of its thread
   */
  public static <T> SideWork<T> start(String name, Supplier<T> work) {
    SideWork<T> side = new SideWork<>();
    Cancellation.Registration link = CancellableThread.current().onCancel(side::cancel);
    Runnable task =
        () -> {
          try {
            side.result.complete(work.get());
          } catch (Throwable e) {
            // closures of scripts throw anything
            side.result.completeExceptionally(e);
          } finally {
            link.close();
          }
        };
    new CancellableThread(name, side.wish, task).start();
    return side;
  }

  /** Whether it has ended, for which it is waited so long at most; less when interrupted. */
  public boolean isDone(Duration atMost) {
    try {
      result.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // told by join
    } catch (InterruptedException e) {
      // whoever is cancelled finds out at a checkpoint
    }
    return result.isDone();
  }

  /** What it came to; throws what it failed with, as if the caller had done it. */
  public T join() {
    try {
      return result.join();
    } catch (CompletionException e) {
      throw CancellableThread.asIfHere(e.getCause());
    }
  }

  /** Nobody wants it any more. */
  public void cancel() {
    wish.cancel();
  }

  /** Does something once it has ended, however. */
  public void whenDone(Runnable action) {
    result.whenComplete((value, failure) -> action.run());
  }
}
