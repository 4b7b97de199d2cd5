package dev.amsshell.transport;

import dev.amsshell.base.Failure;

/** No usable answer came, although every retry was spent. */
public final class Unreachable extends Failure {
  Unreachable(String message, String advice, Throwable cause) {
    super(Kind.SERVICE, message, advice, cause);
  }
}
