package dev.amsshell.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Two texts side by side, word for word. They say the same when they differ only where one of them
 * has a gap: what stands there in the other is as variable, though it does not look so, such as the
 * name of a user.
 */
final class Alignment {
  /** So many words may stand where the other text has a gap. */
  private static final int MOST_IN_GAP = 4;

  /** With fewer words in common that are words, two texts say nothing alike. */
  private static final int LEAST_COMMON = 3;

  private final Line left;
  private final Line right;

  private Alignment(Line left, Line right) {
    this.left = left;
    this.right = right;
  }

  /**
   * A text to be compared.
   *
   * @param words of the text
   * @param numbers of the words, the same for those that are the same; {@link #GAP} for a gap,
   *     which is no word that could hold two texts together
   */
  record Line(List<String> words, int[] numbers) {
    static final int GAP = -1;

    /** What is compared of a text; the others are so long that their ends tell no more. */
    private static final int MOST_WORDS = 60;

    private static final Pattern PURE_GAP = Pattern.compile("[^\\p{L}\\p{N}]*…[^\\p{L}\\p{N}]*");
    private static final Pattern PLURAL = Pattern.compile("(?<=\\p{L}{3})s(?=[^\\p{L}]?$)");

    /**
     * @param known the numbers of words so far, to which new ones are added
     */
    static Line of(String text, Map<String, Integer> known) {
      String[] all = text.split(" ");
      List<String> words = List.of(all).subList(0, Math.min(all.length, MOST_WORDS));
      int[] numbers = new int[words.size()];
      for (int i = 0; i < numbers.length; i++) {
        String word = words.get(i);
        // many of something are as good as one of it
        numbers[i] =
            PURE_GAP.matcher(word).matches()
                ? GAP
                : known.computeIfAbsent(PLURAL.matcher(word).replaceFirst(""), key -> known.size());
      }
      return new Line(words, numbers);
    }

    boolean hasGap() {
      return Arrays.stream(numbers).anyMatch(number -> number == GAP);
    }
  }

  /** What both say, with a gap wherever one of them has one; nothing if they differ elsewhere. */
  static Optional<String> common(Line left, Line right) {
    return left.hasGap() || right.hasGap() ? new Alignment(left, right).common() : Optional.empty();
  }

  private Optional<String> common() {
    int[][] lengths = lengths();
    List<String> common = new ArrayList<>();
    int anchors = 0;
    int i = 0;
    int j = 0;
    while (i < left.numbers().length || j < right.numbers().length) {
      if (isSame(i, j)) {
        anchors += isWord(left.words().get(i)) ? 1 : 0;
        common.add(left.words().get(i));
        i++;
        j++;
        continue;
      }
      int fromLeft = i;
      int fromRight = j;
      while ((i < left.numbers().length || j < right.numbers().length) && !isSame(i, j)) {
        boolean isLeft =
            j == right.numbers().length
                || i < left.numbers().length && lengths[i + 1][j] >= lengths[i][j + 1];
        i += isLeft ? 1 : 0;
        j += isLeft ? 0 : 1;
      }
      Optional<String> gap =
          gap(left.words().subList(fromLeft, i), right.words().subList(fromRight, j));
      if (gap.isEmpty()) {
        return Optional.empty();
      }
      common.add(gap.get());
    }
    return anchors < LEAST_COMMON ? Optional.empty() : Optional.of(String.join(" ", common));
  }

  private static boolean isWord(String text) {
    return text.codePoints().filter(Character::isLetter).limit(2).count() == 2;
  }

  /** The one of two different pieces that is a gap, if the other is short. */
  private static Optional<String> gap(List<String> one, List<String> other) {
    if (one.equals(other)) {
      return Optional.of(String.join(" ", one));
    }
    if (one.size() > MOST_IN_GAP || other.size() > MOST_IN_GAP) {
      return Optional.empty();
    }
    return List.of(String.join(" ", one), String.join(" ", other)).stream()
        .filter(piece -> Line.PURE_GAP.matcher(piece).matches())
        .findFirst();
  }

  private boolean isSame(int i, int j) {
    return i < left.numbers().length
        && j < right.numbers().length
        && left.numbers()[i] == right.numbers()[j]
        && left.numbers()[i] != Line.GAP;
  }

  /** The longest common subsequence of what is left from each place on. */
  private int[][] lengths() {
    int[][] lengths = new int[left.numbers().length + 1][right.numbers().length + 1];
    for (int i = left.numbers().length - 1; i >= 0; i--) {
      for (int j = right.numbers().length - 1; j >= 0; j--) {
        lengths[i][j] =
            isSame(i, j)
                ? lengths[i + 1][j + 1] + 1
                : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      }
    }
    return lengths;
  }
}
