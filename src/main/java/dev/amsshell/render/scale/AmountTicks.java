package dev.amsshell.render.scale;

import java.util.ArrayList;
import java.util.List;

/** Round amounts along an axis that begins at 0. */
public final class AmountTicks {
  private AmountTicks() {}

  /**
   * From 0 to the first that is not below the given amount, equally far apart.
   *
   * @param top the largest amount to be shown
   * @param steps about how many, at least one
   */
  public static List<Long> to(long top, int steps) {
    long step = step(Math.max(1, top), steps);
    List<Long> ticks = new ArrayList<>();
    long tick = 0;
    ticks.add(tick);
    while (tick < Math.max(1, top)) {
      tick += step;
      ticks.add(tick);
    }
    return ticks;
  }

  /** A power of ten, or two or five times that. */
  private static long step(long top, int steps) {
    double least = (double) top / steps;
    for (long power = 1; ; power *= 10) {
      for (long step : new long[] {power, 2 * power, 5 * power}) {
        if (step >= least) {
          return step;
        }
      }
    }
  }
}
