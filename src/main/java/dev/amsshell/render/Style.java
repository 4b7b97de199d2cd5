package dev.amsshell.render;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What the place where tables appear can show.
 *
 * @param width how many columns a line has; {@link #UNLIMITED} where nothing is shortened
 * @param isTerminal whether raw text would be obeyed instead of shown
 * @param hasColor whether states are coloured
 * @param ellipsis what stands for text that was left out
 * @param zone by whose clock times are shown
 */
public record Style(int width, boolean isTerminal, boolean hasColor, String ellipsis, ZoneId zone) {
  /** The width of a pipe or a file. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** A pipe or a file. */
  public static final Style PLAIN = new Style(UNLIMITED, false, false, "\u2026", ZoneOffset.UTC);

  /** The same with lines of any length, for a pager that can be scrolled sideways. */
  public Style unlimited() {
    return new Style(UNLIMITED, isTerminal, hasColor, ellipsis, zone);
  }

  /** Whether more than ASCII can be shown. */
  public boolean isUnicode() {
    return !ellipsis.equals("...");
  }
}
