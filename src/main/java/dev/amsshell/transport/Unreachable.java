package dev.amsshell.transport;

import dev.amsshell.base.Failure;
import java.io.IOException;

/** No usable answer came, although every retry was spent. */
public final class Unreachable extends Failure {
  private final boolean isTransient;

  Unreachable(String message, String advice, IOException cause) {
    super(Kind.SERVICE, message, advice, cause);
    this.isTransient = Trouble.passes(cause);
  }

  /**
   * Whether this may pass by itself, as an outage does and a certificate nobody trusts does not.
   */
  public boolean isTransient() {
    return isTransient;
  }
}
