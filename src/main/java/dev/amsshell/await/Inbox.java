package dev.amsshell.await;

import dev.amsshell.base.Cancellation;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Where news come in for a thread that waits. */
final class Inbox {
  private final BlockingQueue<Look> news = new LinkedBlockingQueue<>();

  void add(Look look) {
    news.add(look);
  }

  /** Who is asked to stop need not wait for news; until this is closed. */
  Cancellation.Registration wokenBy(Cancellation cancellation) {
    return cancellation.onCancel(() -> news.add(new Look.Interrupted()));
  }

  /** The next news, or null after a while without any. An interrupt alone ends nothing. */
  Look next(Duration atMost) {
    boolean isInterrupted = false;
    try {
      while (true) {
        try {
          return news.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
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
