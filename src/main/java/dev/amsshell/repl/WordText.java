package dev.amsshell.repl;

import dev.amsshell.dsl.WordHelp;
import dev.amsshell.script.analysis.Explanation;
import java.util.ArrayList;
import java.util.List;

/** What there is to know of a word, for people. */
final class WordText {
  private WordText() {}

  /** How it is written, what it does, an example, and what goes wrong. */
  static String of(WordHelp help) {
    return help.owner() + "." + help.signature() + "\n" + body(help);
  }

  /** The same, with the signatures that the word has where it stands. */
  static String of(Explanation explanation) {
    List<String> parts = new ArrayList<>(explanation.signatures());
    explanation.help().map(WordText::body).ifPresent(parts::add);
    return String.join("\n", parts);
  }

  private static String body(WordHelp help) {
    List<String> lines = new ArrayList<>();
    add(lines, "", help.summary());
    add(lines, "example:  ", help.example());
    add(lines, "errors:   ", help.errors());
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, String label, String text) {
    String margin = "  " + " ".repeat(label.length());
    if (!text.isBlank()) {
      lines.add("  " + label + text.replace("\n", "\n" + margin));
    }
  }
}
