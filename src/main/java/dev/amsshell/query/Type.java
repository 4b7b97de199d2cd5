package dev.amsshell.query;

import dev.amsshell.job.JobState;
import java.time.Duration;
import java.time.Instant;

/** What the values of a property are, and what they can be compared with. */
public enum Type {
  /** The id of a job, which the dialect knows how to complete. */
  JOB_ID("an id", false),
  TEXT("text", true),
  NUMBER("a number", true),
  TIME("a time", true),
  /** Processor time. */
  DURATION("a duration", true),
  STATE("a state", false);

  private final String label;
  private final boolean ordered;

  Type(String label, boolean ordered) {
    this.label = label;
    this.ordered = ordered;
  }

  /** For messages, with its article. */
  public String label() {
    return label;
  }

  /** Whether there is a before and an after that the service agrees with. */
  public boolean isOrdered() {
    return ordered;
  }

  /**
   * A value as those of the property are. Times lose what is less than a tenth of a microsecond,
   * which no service stores.
   *
   * @param property for the message
   * @param value not null
   * @throws IllegalArgumentException when it cannot be compared with such a property
   */
  Object accept(String property, Object value) {
    return switch (this) {
      case JOB_ID, TEXT ->
          value instanceof CharSequence text ? text.toString() : refuse(property, value, "");
      case NUMBER -> isFinite(value) ? Values.plain((Number) value) : refuse(property, value, "");
      case TIME -> time(property, value);
      case DURATION ->
          value instanceof Duration
              ? value
              : refuse(property, value, "; write 10.minutes, 2.hours, ...");
      case STATE -> {
        if (value instanceof JobState state) {
          yield state;
        }
        yield value instanceof CharSequence name
            ? JobState.named(name.toString())
            : refuse(property, value, "; write ERROR or 'Error'");
      }
    };
  }

  private Instant time(String property, Object value) {
    if (value instanceof Duration duration) {
      refuse(property, duration, "; write 2.hours.ago for a time");
    }
    try {
      return Times.of(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(property + " is a time: " + e.getMessage(), e);
    }
  }

  private static boolean isFinite(Object value) {
    return value instanceof Number number && Double.isFinite(number.doubleValue());
  }

  private Object refuse(String property, Object value, String advice) {
    throw new IllegalArgumentException(
        "%s is %s and cannot be compared with %s (%s)%s"
            .formatted(
                property, label, Spelling.of(value), value.getClass().getSimpleName(), advice));
  }
}
