package dev.amsshell.transport;

import dev.amsshell.base.Failure;
import java.io.IOException;

/**
 * A request that changes something was sent, and no answer says what became of it. Whoever repeats
 * it must look first.
 */
public final class OutcomeUnknown extends Failure {
  OutcomeUnknown(String message, String advice, IOException cause) {
    super(Kind.SERVICE, message, advice, cause);
  }
}
