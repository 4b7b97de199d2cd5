package dev.amsshell.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that somebody may have meant. */
final class Nearest {
  private static final int MOST_EDITS = 2;

  private Nearest() {}

  /** Of some names the one that is fewest edits away, if that is not too many. */
  static Optional<String> to(String typed, Collection<String> names) {
    return names.stream()
        .filter(name -> edits(typed, name) <= MOST_EDITS)
        .min(Comparator.comparingInt(name -> edits(typed, name)));
  }

  /** What to do about a name that there is none of. */
  static String advice(String typed, Collection<String> names) {
    return to(typed, names)
        .map(near -> "Did you mean '" + near + "'?")
        .orElse("There are " + String.join(", ", names) + ".");
  }

  /** How many characters must be inserted, removed or replaced (Levenshtein). */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
