package dev.amsshell.base;

import java.util.Objects;

/**
 * Something that went wrong and that a person or a scheduler must be told about in plain words.
 *
 * <p>The message says what was asked and what came back; {@link #advice()} says what to do next.
 * The {@link Kind} decides the exit code of a headless run.
 */
public abstract class Failure extends RuntimeException {

  /** What sort of thing went wrong; one exit code each (design: exit codes). */
  public enum Kind {
    /** Usage or configuration: nothing was sent. */
    USAGE("usage"),
    /** The service did not accept the credentials, or they do not permit the request. */
    AUTHENTICATION("authentication"),
    /** The service refused the request, answered nonsense, or could not be reached. */
    SERVICE("service"),
    /** There is no such job, or it vanished while it was awaited. */
    NO_SUCH_JOB("no-such-job"),
    /** A job that was awaited ended in Error. */
    JOB_FAILED("job-failed"),
    /** A job that was awaited was Canceled. */
    JOB_CANCELED("job-canceled"),
    /** A job that was awaited ended without what was waited for. */
    STATE_MISSED("state-missed"),
    /** A wait ran into its deadline. */
    DEADLINE("deadline");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The stable name used in JSON errors. */
    public String label() {
      return label;
    }
  }

  private final Kind kind;
  private final String advice;

  /**
   * @param kind what sort of failure this is
   * @param message what was asked and what came back, one line where possible
   * @param advice what to do next; empty when there is nothing useful to say
   * @param cause what lies beneath; may be null
   */
  protected Failure(Kind kind, String message, String advice, Throwable cause) {
    super(message, cause);
    this.kind = Objects.requireNonNull(kind, "kind is null");
    this.advice = Objects.requireNonNull(advice, "advice is null");
  }

  /** What sort of failure this is. */
  public Kind kind() {
    return kind;
  }

  /** What to do next; empty when there is nothing useful to say. */
  public String advice() {
    return advice;
  }
}
