package dev.amsshell.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * One line made of pieces. As many are on it as there is room for, the ones that matter most first;
 * what room is left goes to those that can use it.
 */
final class FittedLine {
  private static final String APART = "  ";
  private static final String LISTED = ", ";

  private final List<Piece> pieces = new ArrayList<>();

  /**
   * @param rank lower matters more
   * @param least the columns without which it is left out
   * @param most the columns it can use
   * @param drawn its text in so many columns
   */
  private record Piece(String gap, int rank, int least, int most, IntFunction<String> drawn) {
    boolean isListed() {
      return gap.equals(LISTED);
    }
  }

  /** Text that is there as it is or not at all; no piece for null. */
  void addKnown(int rank, String text) {
    if (text != null) {
      add(rank, text);
    }
  }

  /** Text that is there as it is or not at all. */
  void add(int rank, String text) {
    add(APART, rank, text, text);
  }

  /**
   * The same in colour.
   *
   * @param painted the text with its colours
   */
  void add(int rank, String text, String painted) {
    add(APART, rank, text, painted);
  }

  /** The same, as the next in a list; there are no gaps in a list, it only ends early. */
  void list(int rank, String text, String painted) {
    add(LISTED, rank, text, painted);
  }

  /** What can be drawn in any width from the least to the most. */
  void flexible(int rank, int least, int most, IntFunction<String> drawn) {
    pieces.add(new Piece(APART, rank, Math.min(least, most), most, drawn));
  }

  private void add(String gap, int rank, String text, String painted) {
    int width = TextWidth.of(text);
    pieces.add(new Piece(gap, rank, width, width, columns -> painted));
  }

  /** The line in at most so many columns. */
  String text(int columns) {
    Map<Piece, Integer> widths = widths(columns);
    StringBuilder line = new StringBuilder();
    for (Piece piece : pieces) {
      if (widths.containsKey(piece)) {
        line.append(line.isEmpty() ? "" : piece.gap())
            .append(piece.drawn().apply(widths.get(piece)));
      }
    }
    return line.toString();
  }

  /** The pieces that fit, with what each is given. */
  private Map<Piece, Integer> widths(int columns) {
    List<Piece> byRank = pieces.stream().sorted(Comparator.comparingInt(Piece::rank)).toList();
    Map<Piece, Integer> widths = new IdentityHashMap<>();
    // the first piece has no gap before it
    long left = (long) columns + APART.length();
    boolean isListCut = false;
    for (Piece piece : byRank) {
      int needed = piece.least() + piece.gap().length();
      if (needed <= left && !(isListCut && piece.isListed())) {
        widths.put(piece, piece.least());
        left -= needed;
      } else {
        isListCut |= piece.isListed();
      }
    }
    for (Piece piece : byRank) {
      if (widths.containsKey(piece)) {
        int more = (int) Math.min(left, piece.most() - piece.least());
        widths.merge(piece, more, Integer::sum);
        left -= more;
      }
    }
    return widths;
  }
}
