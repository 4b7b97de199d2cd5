package dev.amsshell.service.v2;

import dev.amsshell.base.SideWork;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Does work beside that of the caller: it stops when the caller's work is cancelled, or on close.
 */
final class Workers implements AutoCloseable {
  private final Set<SideWork<?>> running = ConcurrentHashMap.newKeySet();
  private volatile boolean isClosed;

  /** Starts work on behalf of the calling thread. */
  <T> SideWork<T> start(Supplier<T> work) {
    SideWork<T> started = SideWork.start("reader", work);
    running.add(started);
    started.whenDone(() -> running.remove(started));
    if (isClosed) {
      started.cancel();
    }
    return started;
  }

  @Override
  public void close() {
    isClosed = true;
    running.forEach(SideWork::cancel);
  }
}
