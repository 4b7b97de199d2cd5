package dev.amsshell.cli;

/** Whether a process that is told to end has something to write before it does. */
final class Ending {
  private volatile boolean isAwaited;

  /** From now on the end is put off, within limits, until the run is concluded. */
  void await() {
    isAwaited = true;
  }

  boolean isAwaited() {
    return isAwaited;
  }
}
