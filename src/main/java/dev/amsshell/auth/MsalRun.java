package dev.amsshell.auth;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import dev.amsshell.base.CancellableThread;
import dev.amsshell.base.Cancellation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets MSAL work on threads of its own, which end with the work on whose behalf it is asked. */
final class MsalRun {
  private static final long LOOK_MILLISECONDS = 20;

  private MsalRun() {}

  /** What MSAL is asked for. */
  @FunctionalInterface
  interface Work {
    /**
     * Starts it.
     *
     * @param threads to work on
     */
    CompletableFuture<IAuthenticationResult> start(ExecutorService threads) throws Exception;
  }

  /**
   * What it comes to.
   *
   * @throws Throwable what MSAL threw, or {@link dev.amsshell.base.Cancelled}
   */
  static IAuthenticationResult of(Work work, Cancellation wish) throws Throwable {
    Cancellation side = new Cancellation();
    ExecutorService threads =
        Executors.newCachedThreadPool(task -> new CancellableThread("sign-in", side, task));
    CompletableFuture<IAuthenticationResult> result = new CompletableFuture<>();
    try (Cancellation.Registration link = wish.onCancel(side::cancel)) {
      result = work.start(threads);
      return awaited(result, wish);
    } finally {
      side.cancel();
      result.cancel(true);
      threads.shutdownNow();
    }
  }

  private static IAuthenticationResult awaited(
      CompletableFuture<IAuthenticationResult> result, Cancellation wish) throws Throwable {
    boolean isInterrupted = false;
    try {
      while (true) {
        wish.checkpoint();
        try {
          return result.get(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          // looks again whether it is still wanted
        } catch (InterruptedException e) {
          isInterrupted = true;
        } catch (ExecutionException e) {
          throw e.getCause();
        }
      }
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
