package dev.amsshell.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Two texts side by side, word for word. They say the same when they differ only where one of them
 * has a gap: what stands there in the other is as variable, though it does not look so, such as the
 * name of a user.
 */
final class Alignment {
  /** What is compared of a text; the others are so long that their ends tell no more. */
  private static final int MOST_WORDS = 60;

  /** So many words may stand where the other text has a gap. */
  private static final int MOST_IN_GAP = 4;

  /** With fewer words in common that are words, two texts say nothing alike. */
  private static final int LEAST_COMMON = 3;

  private static final Pattern WORD = Pattern.compile(".*\\p{L}{2,}.*");
  private static final Pattern PURE_GAP = Pattern.compile("[^\\p{L}\\p{N}]*…[^\\p{L}\\p{N}]*");

  private final List<String> left;
  private final List<String> right;

  private Alignment(List<String> left, List<String> right) {
    this.left = left;
    this.right = right;
  }

  /** What both say, with a gap wherever one of them has one; nothing if they differ elsewhere. */
  static Optional<String> common(String left, String right) {
    return new Alignment(words(left), words(right)).common();
  }

  private static List<String> words(String text) {
    String[] words = text.split(" ");
    return Arrays.asList(words).subList(0, Math.min(words.length, MOST_WORDS));
  }

  private Optional<String> common() {
    int[][] lengths = lengths();
    List<String> common = new ArrayList<>();
    int words = 0;
    int i = 0;
    int j = 0;
    while (i < left.size() || j < right.size()) {
      if (i < left.size() && j < right.size() && isSame(left.get(i), right.get(j))) {
        words += WORD.matcher(left.get(i)).matches() ? 1 : 0;
        common.add(left.get(i));
        i++;
        j++;
        continue;
      }
      int fromLeft = i;
      int fromRight = j;
      while ((i < left.size() || j < right.size())
          && !(i < left.size() && j < right.size() && isSame(left.get(i), right.get(j)))) {
        boolean isLeft =
            j == right.size() || i < left.size() && lengths[i + 1][j] >= lengths[i][j + 1];
        i += isLeft ? 1 : 0;
        j += isLeft ? 0 : 1;
      }
      Optional<String> gap = gap(left.subList(fromLeft, i), right.subList(fromRight, j));
      if (gap.isEmpty()) {
        return Optional.empty();
      }
      common.add(gap.get());
    }
    return words < LEAST_COMMON ? Optional.empty() : Optional.of(String.join(" ", common));
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
        .filter(piece -> PURE_GAP.matcher(piece).matches())
        .findFirst();
  }

  /**
   * Whether two words are the same and hold the texts together: many of something are as good as
   * one of it, and a gap holds nothing.
   */
  private static boolean isSame(String one, String other) {
    return singular(one).equals(singular(other)) && !PURE_GAP.matcher(one).matches();
  }

  private static String singular(String word) {
    return word.replaceFirst("(?<=\\p{L}{3})s(?=[^\\p{L}]?$)", "");
  }

  /** The longest common subsequence of what is left from each place on. */
  private int[][] lengths() {
    int[][] lengths = new int[left.size() + 1][right.size() + 1];
    for (int i = left.size() - 1; i >= 0; i--) {
      for (int j = right.size() - 1; j >= 0; j--) {
        lengths[i][j] =
            isSame(left.get(i), right.get(j))
                ? lengths[i + 1][j + 1] + 1
                : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      }
    }
    return lengths;
  }
}
