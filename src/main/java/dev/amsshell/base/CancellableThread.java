package dev.amsshell.base;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * A daemon thread that carries the {@link Cancellation} of the work it does. Code that is compiled
 * from a script finds its cancellation here, since it has no other way to be handed one.
 */
public final class CancellableThread extends Thread {
  private final Cancellation cancellation;

  public CancellableThread(String name, Cancellation cancellation, Runnable work) {
    super(work, name);
    this.cancellation = Objects.requireNonNull(cancellation, "cancellation is null");
    setDaemon(true);
  }

  /**
   * The cancellation of the work that the calling thread does; a fresh one that nobody cancels
   * elsewhere.
   */
  public static Cancellation current() {
    return Thread.currentThread() instanceof CancellableThread thread
        ? thread.cancellation
        : new Cancellation();
  }

  /**
   * The failure of another thread as if the calling thread had met it where it asked for the work:
   * that is where a script has its part in it.
   *
   * @return never; what it throws is the failure itself, of whatever kind, since scripts throw any
   */
  public static RuntimeException asIfHere(Throwable failure) {
    failure.setStackTrace(
        Stream.of(failure.getStackTrace(), new Throwable().getStackTrace())
            .flatMap(Stream::of)
            .toArray(StackTraceElement[]::new));
    throw CancellableThread.<RuntimeException>unchecked(failure);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable failure) throws T {
    throw (T) failure;
  }

  /**
   * Throws when the work that the calling thread does was cancelled.
   *
   * @throws Cancelled if so
   */
  public static void checkpoint() {
    if (Thread.currentThread() instanceof CancellableThread thread) {
      thread.cancellation.checkpoint();
    }
  }
}
