package dev.amsshell.await;

import java.time.Duration;
import java.time.Instant;

/**
 * When a wait is given up. It is a look that gives up, not the clock: what came to its end in time
 * is seen to. But a look may hang, and after a computer has slept the network may not be awake yet,
 * so that there is an end to patience, too. For one thread.
 */
final class Deadline {
  /** How long after the deadline the look that is under way may take. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** Who notices so late that it has passed was asleep. */
  private static final Duration SLEPT = Duration.ofMinutes(1);

  /** How long a network may take to wake up. */
  private static final Duration AWAKENING = Duration.ofMinutes(2);

  private final Instant at;
  private boolean hasSlept;

  /** The end of patience; null before the deadline. */
  private Instant end;

  /**
   * @param at null for never
   */
  Deadline(Instant at) {
    this.at = at;
  }

  /** Null for never. */
  Instant at() {
    return at;
  }

  /** Takes note of the time; to be called often. */
  void notice(Instant now) {
    if (end == null && at != null && !now.isBefore(at)) {
      hasSlept = now.isAfter(at.plus(SLEPT));
      end = now.plus(hasSlept ? AWAKENING : GRACE);
    }
  }

  /** Whether even a look that is under way is not waited for any longer. */
  boolean isExhausted(Instant now) {
    return end != null && !now.isBefore(end);
  }

  /** Whether a look is the last one. */
  boolean isLast(Instant began, boolean isWhole) {
    return end != null && !began.isBefore(at) && (isWhole || !hasSlept);
  }

  /** The time of the next look, or an earlier one if that would be too late. */
  Instant bounded(Instant look, Instant now) {
    Instant last = end == null ? at : hasSlept ? end : now;
    return last == null || look.isBefore(last) ? look : last;
  }
}
