package dev.amsshell.base;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The wish that one piece of work should stop. Once expressed it stays: every later checkpoint
 * throws again, so that code that catches everything cannot outlive it.
 */
public final class Cancellation {
  private static final Duration LONGEST = Duration.ofDays(36500);

  private final CountDownLatch cancelled = new CountDownLatch(1);
  private final Set<Runnable> actions = new LinkedHashSet<>();
  private final CompletableFuture<Void> abandoned = new CompletableFuture<>();

  /** Whether {@link #cancel()} was called. */
  public boolean isCancelled() {
    return cancelled.getCount() == 0;
  }

  /**
   * Asks the work to stop and runs what was registered with {@link #onCancel}; later calls do
   * nothing.
   */
  public void cancel() {
    List<Runnable> due;
    synchronized (actions) {
      if (isCancelled()) {
        return;
      }
      cancelled.countDown();
      due = new ArrayList<>(actions);
    }
    due.forEach(Runnable::run);
  }

  /**
   * Throws when the work was asked to stop.
   *
   * @throws Cancelled if so
   */
  public void checkpoint() {
    if (isCancelled()) {
      throw new Cancelled();
    }
  }

  /**
   * Waits, or stops waiting as soon as the work is cancelled.
   *
   * @throws Cancelled if the work is or becomes cancelled
   */
  public void sleep(Duration duration) {
    boolean interrupted = false;
    // a century is as good as for ever, and does not overflow
    Duration bounded = duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    long end = System.nanoTime() + bounded.toNanos();
    try {
      while (true) {
        try {
          if (cancelled.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            throw new Cancelled();
          }
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Registers what must happen at once when the work is cancelled, such as aborting a request. Runs
   * it here and now if the work is cancelled already.
   *
   * @return closes the registration
   */
  public Registration onCancel(Runnable action) {
    synchronized (actions) {
      if (!isCancelled()) {
        actions.add(action);
        return () -> {
          synchronized (actions) {
            actions.remove(action);
          }
        };
      }
    }
    action.run();
    return () -> {};
  }

  /**
   * Gives up on work that was cancelled and does not stop: whoever waits for it waits no longer,
   * and the work is left to itself.
   */
  public void abandon() {
    cancel();
    abandoned.complete(null);
  }

  /** Completes when the work is given up. */
  public CompletableFuture<Void> abandoned() {
    return abandoned.copy();
  }

  /** Ends what {@link #onCancel} began. */
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
