package dev.amsshell.cli;

import java.util.Optional;

/** How a process is made to end before its run is concluded, and whether that is put off. */
final class Ending {
  /**
   * Why it ends.
   *
   * @param code the exit code of the process
   */
  record Cause(int code, String why) {}

  private final Runnable onReport;
  private volatile boolean isAwaited;
  private Cause cause;

  /** Of a run that no signal is told of. */
  Ending() {
    this(() -> {});
  }

  /**
   * @param onReport done when it is to be known which signal makes the process end
   */
  Ending(Runnable onReport) {
    this.onReport = onReport;
  }

  /** From now on the end is put off, within limits, until the run is concluded. */
  void await() {
    isAwaited = true;
  }

  /** The same for a run whose exit code is written down. */
  void awaitReports() {
    onReport.run();
    await();
  }

  boolean isAwaited() {
    return isAwaited;
  }

  /** The process is made to end; what it was made to end by first counts. */
  synchronized void because(int code, String why) {
    if (cause == null) {
      cause = new Cause(code, why);
    }
  }

  /** Why the process is made to end; nothing while it is not. */
  synchronized Optional<Cause> cause() {
    return Optional.ofNullable(cause);
  }
}
