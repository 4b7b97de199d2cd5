package dev.amsshell.script.analysis;

import java.util.List;
import java.util.Map;

/**
 * A text of Groovy cut into pieces. This is a light reading, quick enough for each key that is
 * pressed, which understands strings, comments and brackets, and finds pieces also in what is
 * unfinished or wrong.
 *
 * @param text what was read
 * @param tokens all pieces in order, without gaps
 * @param partners for each bracket that has one, where the other of the pair is
 * @param open the brackets that are still open at the end, the outermost first
 * @param hasOpenText whether a comment or a string of several lines is open at the end
 */
public record Scan(
    String text,
    List<Token> tokens,
    Map<Integer, Integer> partners,
    List<Integer> open,
    boolean hasOpenText) {
  /** Reads a text. */
  public static Scan of(String text) {
    return new Scanner(text).scan();
  }

  /** How many brackets are open at the end. */
  public int depth() {
    return open.size();
  }

  /** Whether there is what no further text can mend. */
  public boolean isBroken() {
    return tokens.stream().anyMatch(token -> token.kind() == Token.Kind.WRONG);
  }

  /** Whether each bracket and quote has its partner. */
  public boolean isWhole() {
    return !isBroken() && open.isEmpty() && !hasOpenText;
  }
}
