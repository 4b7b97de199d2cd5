package dev.amsshell.script.analysis;

import java.util.List;

/**
 * What may be written at the cursor.
 *
 * @param start where the word begins that they replace
 * @param end where it ends
 * @param all the most likely first
 */
public record Suggestions(int start, int end, List<Suggestion> all) {
  public Suggestions {
    all = List.copyOf(all);
  }
}
