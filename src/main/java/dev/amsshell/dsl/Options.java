package dev.amsshell.dsl;

import java.util.List;
import java.util.Map;

/** The named arguments of a word. */
final class Options {
  private Options() {}

  /**
   * Refuses what the word does not take.
   *
   * @throws IllegalArgumentException when there is such an option; the message lists those that
   *     exist
   */
  static void check(String word, Map<?, ?> options, List<String> names) {
    for (Object name : options.keySet()) {
      if (!names.contains(String.valueOf(name))) {
        throw new IllegalArgumentException(
            "%s knows no option '%s'; there are %s"
                .formatted(word, name, String.join(", ", names)));
      }
    }
  }
}
