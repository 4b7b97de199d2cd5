package dev.amsshell.script;

import dev.amsshell.base.CancellableThread;
import dev.amsshell.base.Cancelled;

/** Called by compiled scripts wherever they could otherwise run on for ever. */
public final class Checkpoint {
  private Checkpoint() {}

  /**
   * Lets the script go on unless it was cancelled.
   *
   * @throws Cancelled if it was
   */
  public static void reached() {
    CancellableThread.checkpoint();
  }
}
