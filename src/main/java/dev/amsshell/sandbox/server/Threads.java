package dev.amsshell.sandbox.server;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that answer. Only a request that is being read or answered needs one, so the rest of
 * a thousand connections waits without; daemons, so that they never keep a process alive.
 */
public final class Threads {

  private static final int MOST = 200;

  private Threads() {}

  /** A pool that shrinks to nothing when nobody asks. */
  public static ThreadPoolExecutor pool() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            MOST, MOST, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Threads::daemon);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sandbox");
    thread.setDaemon(true);
    return thread;
  }
}
