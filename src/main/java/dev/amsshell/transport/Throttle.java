package dev.amsshell.transport;

import dev.amsshell.base.Cancellation;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Keeps all requests to one service within what it can bear. When it says that it is busy, nobody
 * asks for a while, and then fewer at a time; success by success they become as many as before.
 */
final class Throttle {
  /** How many requests may be under way at most. */
  static final int MOST = 8;

  /** A wish to stop wakes nobody who waits here, so that one looks for it so often. */
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);

  private int allowed = MOST;
  private int underWay;
  private int successes;
  private long pausedUntil = System.nanoTime();

  /**
   * Waits for a turn; each ends with {@link #succeeded}, {@link #failed} or {@link #busy}.
   *
   * @throws dev.amsshell.base.Cancelled when that is wished meanwhile
   */
  synchronized void begin(Cancellation wish) {
    boolean isInterrupted = false;
    while (underWay >= allowed || isPaused()) {
      wish.checkpoint();
      try {
        TimeUnit.NANOSECONDS.timedWait(this, LOOK);
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    underWay++;
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends a turn in which the service did as it was asked. */
  synchronized void succeeded() {
    successes++;
    if (successes >= allowed && allowed < MOST) {
      allowed++;
      successes = 0;
    }
    failed();
  }

  /** Ends a turn of which nothing follows. */
  synchronized void failed() {
    underWay--;
    notifyAll();
  }

  /**
   * Ends a turn in which the service said that it is busy: nobody asks for so long, and then half
   * as many at a time as before.
   */
  synchronized void busy(Duration pause) {
    // of those that were under way together, only the first brings news
    if (!isPaused()) {
      allowed = Math.max(1, allowed / 2);
    }
    successes = 0;
    pausedUntil = Math.max(pausedUntil, System.nanoTime() + pause.toNanos());
    failed();
  }

  private boolean isPaused() {
    return pausedUntil - System.nanoTime() > 0;
  }
}
