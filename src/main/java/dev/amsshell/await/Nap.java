package dev.amsshell.await;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How a watcher lets time pass. */
@FunctionalInterface
public interface Nap {
  /** In real time. */
  Nap REAL = (lock, atMost) -> TimeUnit.NANOSECONDS.timedWait(lock, atMost.toNanos());

  /**
   * Waits for so long, or until somebody notifies those who wait on the lock, which the caller
   * holds.
   */
  void on(Object lock, Duration atMost) throws InterruptedException;
}
