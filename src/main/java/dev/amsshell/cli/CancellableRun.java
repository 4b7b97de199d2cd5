package dev.amsshell.cli;

import dev.amsshell.base.CancellableThread;
import dev.amsshell.base.Cancellation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Work of a command that asks the network, on a thread that carries the process's cancellation. */
final class CancellableRun {
  private CancellableRun() {}

  /** What the work comes to; throws what it failed with. */
  static <T> T of(Cancellation cancellation, Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    new CancellableThread(
            "command",
            cancellation,
            () -> {
              try {
                result.complete(work.get());
              } catch (Throwable e) {
                result.completeExceptionally(e);
              }
            })
        .start();
    try {
      return result.join();
    } catch (CompletionException e) {
      throw CancellableThread.asIfHere(e.getCause());
    }
  }
}
