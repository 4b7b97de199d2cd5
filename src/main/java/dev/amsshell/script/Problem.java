package dev.amsshell.script;

import java.util.List;

/**
 * What is wrong with a script, and where.
 *
 * @param message what is wrong, without a place
 * @param file the script's name; empty when the place is not known
 * @param line from 1; 0 when the place is not known
 * @param column from 1; 0 when the place within the line is not known
 * @param sourceLine the text of that line; null when it is not at hand
 * @param frames the script's own frames, innermost first; empty for what does not compile
 */
public record Problem(
    String message, String file, int line, int column, String sourceLine, List<Frame> frames) {
  /**
   * One frame of the script's own code.
   *
   * @param file the file
   * @param line the line, from 1
   * @param method the method, or empty for the script's own body
   */
  public record Frame(String file, int line, String method) {}

  public Problem {
    frames = List.copyOf(frames);
  }
}
