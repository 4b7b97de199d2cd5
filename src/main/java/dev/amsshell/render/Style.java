package dev.amsshell.render;

/**
 * What the place where tables appear can show.
 *
 * @param width how many columns a line has; {@link #UNLIMITED} where nothing is shortened
 * @param isTerminal whether raw text would be obeyed instead of shown
 * @param hasColor whether states are coloured
 * @param ellipsis what stands for text that was left out
 */
public record Style(int width, boolean isTerminal, boolean hasColor, String ellipsis) {
  /** The width of a pipe or a file. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** A pipe or a file. */
  public static final Style PLAIN = new Style(UNLIMITED, false, false, "\u2026");
}
