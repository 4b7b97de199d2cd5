package dev.amsshell.dsl;

import java.util.List;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.MethodRankHelper;

/** The words as values to print. */
public final class Help {
  private static final int MOST_SUGGESTIONS = 5;

  private final Words words;

  public Help(Words words) {
    this.words = words;
  }

  /**
   * A word in a list of all.
   *
   * @param of what it is a word of
   * @param does what it does
   */
  public record Entry(String of, String word, String does) {}

  /**
   * One line of what there is to know of a word.
   *
   * @param of what it is a word of
   * @param about what the line tells: how it is written, what it does, an example, its errors, or
   *     an option that it takes
   */
  public record Line(String of, String about, String text) {}

  /** The words of the account, of a job and of queries. */
  public List<Entry> all() {
    return Stream.of(Ams.class, JobHandle.class, Query.class)
        .flatMap(type -> words.of(type).stream())
        .map(each -> new Entry(words.label(each), each.word(), each.summary()))
        .toList();
  }

  /**
   * Everything about one word, whatever it is a word of.
   *
   * @throws IllegalArgumentException when there is no such word; the message names near ones
   */
  public List<Line> about(String word) {
    List<WordHelp> meanings = words.named(word);
    if (meanings.isEmpty()) {
      throw new IllegalArgumentException(unknown(word));
    }
    Stream<Line> options =
        words.options(word).stream()
            .map(each -> new Line(words.label(each), each.word() + ":", each.summary()));
    return Stream.concat(meanings.stream().flatMap(this::lines), options).toList();
  }

  private Stream<Line> lines(WordHelp help) {
    return Stream.of(
            lines(help, "written", help.signature()),
            lines(help, "does", help.summary()),
            lines(help, "example", help.example()),
            lines(help, "errors", help.errors()))
        .flatMap(each -> each);
  }

  private Stream<Line> lines(WordHelp help, String about, String text) {
    return text.lines().map(line -> new Line(words.label(help), about, line));
  }

  private String unknown(String word) {
    List<String> near =
        words.all().stream()
            .map(WordHelp::word)
            .distinct()
            .filter(each -> isNear(word, each))
            .limit(MOST_SUGGESTIONS)
            .toList();
    return near.isEmpty()
        ? "no word '%s'; ams.help() lists those there are".formatted(word)
        : "no word '%s'; did you mean %s?".formatted(word, String.join(", ", near));
  }

  /** The beginning of a word, or one slip for every three letters away from it. */
  private static boolean isNear(String typed, String word) {
    int slips = Math.max(1, word.length() / 3);
    return !typed.isEmpty()
        && (word.startsWith(typed)
            || MethodRankHelper.delDistance(typed, word) <= slips * MethodRankHelper.DL_DELETE);
  }
}
