package dev.amsshell.transport;

import java.io.IOException;

/** A proxy does not let a request through; the service knows nothing of it. */
final class ProxyTrouble extends IOException {
  private final boolean passes;

  /**
   * @param what it does, in words
   * @param passes whether another try may help
   * @param cause null when it said so itself
   */
  ProxyTrouble(ProxyServer proxy, String what, boolean passes, IOException cause) {
    super("the proxy " + proxy + " " + what, cause);
    this.passes = passes;
  }

  /** Whether another try may help. */
  boolean passes() {
    return passes;
  }
}
