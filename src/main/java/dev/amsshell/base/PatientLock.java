package dev.amsshell.base;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A lock around work that may take long, which is waited for only as long as it is wanted. */
public final class PatientLock {
  private static final long LOOK_MILLISECONDS = 20;

  private final ReentrantLock lock = new ReentrantLock();

  /**
   * What the work comes to, which nobody else does at the same time.
   *
   * @throws Cancelled when the work of the calling thread is cancelled while it waits
   */
  public <T> T hold(Supplier<T> work) {
    enter(CancellableThread.current());
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private void enter(Cancellation wish) {
    boolean isInterrupted = false;
    try {
      while (true) {
        wish.checkpoint();
        try {
          if (lock.tryLock(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            return;
          }
        } catch (InterruptedException e) {
          isInterrupted = true;
        }
      }
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
