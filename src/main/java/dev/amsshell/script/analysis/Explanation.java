package dev.amsshell.script.analysis;

import dev.amsshell.dsl.WordHelp;
import java.util.List;
import java.util.Optional;

/**
 * What a word in an input is.
 *
 * @param signatures how it can be written, with types
 * @param help what there is to know of it, when it is a word of the shell
 */
public record Explanation(List<String> signatures, Optional<WordHelp> help) {
  public Explanation {
    signatures = List.copyOf(signatures);
  }

  /** That it is a word of the shell. */
  static Explanation of(WordHelp help) {
    return new Explanation(List.of(help.signature()), Optional.of(help));
  }
}
