package dev.amsshell.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Amounts in order, a character each; what is not 0 looks so, and the highest is full. */
final class Sparkline {
  /** How many characters are enough beside other text. */
  static final int USUAL = 24;

  private static final String UNICODE = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
  private static final String ASCII = "_.:-=+*#";

  private Sparkline() {}

  /**
   * @param columns how many characters there may be; where there are more amounts, each character
   *     is the highest of several
   */
  static String of(List<Long> amounts, int columns, boolean isUnicode) {
    String levels = isUnicode ? UNICODE : ASCII;
    List<Long> shown = highest(amounts, steps(amounts.size(), columns));
    long top = shown.isEmpty() ? 0 : Collections.max(shown);
    StringBuilder line = new StringBuilder();
    for (long amount : shown) {
      // the lowest level is nothing
      double level = amount <= 0 ? 0 : Math.ceil((double) amount / top * (levels.length() - 1));
      line.append(levels.charAt((int) level));
    }
    return line.toString();
  }

  /** How many amounts a character stands for. */
  static int steps(int amounts, int columns) {
    return Math.max(1, (amounts + columns - 1) / columns);
  }

  private static List<Long> highest(List<Long> amounts, int steps) {
    List<Long> highest = new ArrayList<>();
    for (int i = 0; i < amounts.size(); i += steps) {
      highest.add(Collections.max(amounts.subList(i, Math.min(i + steps, amounts.size()))));
    }
    return highest;
  }
}
