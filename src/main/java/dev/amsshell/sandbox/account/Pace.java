package dev.amsshell.sandbox.account;

import java.util.Random;

/**
 * How fast work is done.
 *
 * @param speed how many times faster than in real life
 */
record Pace(double speed) {

  /** A thousand years: longer ones added up would leave the calendar. */
  private static final long FOR_EVER = 1000L * 60 * 60 * 24 * 365_000;

  /** The milliseconds that work takes here which takes so many in real life. */
  long millis(long inRealLife) {
    return Math.min(FOR_EVER, Math.max(1, Math.round(inRealLife / speed)));
  }

  /**
   * A time between so many seconds, in milliseconds; what is drawn does not depend on the speed.
   */
  static long draw(Random random, int fromSeconds, int toSeconds) {
    return 1000L * fromSeconds + random.nextInt(1000 * (toSeconds - fromSeconds));
  }
}
