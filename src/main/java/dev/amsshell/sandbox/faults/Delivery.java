package dev.amsshell.sandbox.faults;

import dev.amsshell.sandbox.http.Answer;
import java.time.Duration;

/**
 * An answer and how it gets to the client.
 *
 * @param over how long a slow one takes
 * @param fault what went wrong on purpose, null when nothing did
 */
public record Delivery(Answer answer, Manner manner, Duration over, FaultKind fault) {

  /** How much of an answer arrives. */
  public enum Manner {
    /** All of it, at once. */
    WHOLE,
    /** All of it, little by little. */
    SLOWLY,
    /** Half of the body; then the connection is closed. */
    HALF,
    /** Nothing: the connection is closed. */
    NONE
  }

  /** An answer that arrives as it should. */
  public static Delivery whole(Answer answer, FaultKind fault) {
    return new Delivery(answer, Manner.WHOLE, Duration.ZERO, fault);
  }

  static Delivery none(FaultKind fault) {
    return new Delivery(Answer.empty(0), Manner.NONE, Duration.ZERO, fault);
  }
}
