package dev.amsshell.sandbox.server;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that answer. Only a request that is being read or answered needs one, so the rest of
 * a thousand connections waits without; daemons, so that they never keep a process alive.
 */
public final class Threads {

  /** As many as there may be connections, so that no request ever waits for a slow one. */
  private static final int MOST = 4000;

  private Threads() {}

  /** A pool that makes a thread only when none is idle, and shrinks to nothing when nobody asks. */
  public static ThreadPoolExecutor pool() {
    return new ThreadPoolExecutor(
        0, MOST, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), Threads::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sandbox");
    thread.setDaemon(true);
    return thread;
  }
}
