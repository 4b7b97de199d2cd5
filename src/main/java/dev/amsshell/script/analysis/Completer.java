package dev.amsshell.script.analysis;

import dev.amsshell.dsl.Words;
import dev.amsshell.script.analysis.Token.Kind;
import dev.amsshell.script.analysis.types.ClassFinder;
import dev.amsshell.script.analysis.types.Members;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells what may be written at the cursor, and what is written there. Nothing is evaluated, and
 * nothing is asked of any value: types come from declarations alone. Where a type is not known,
 * nothing is offered. Text that is unfinished or wrong is as good as any.
 *
 * <p>Remembers what it found out of classes; safe for use by several threads.
 */
public final class Completer {
  private final Words words;
  private final Members members = new Members();
  private final ClassFinder finder = new ClassFinder();
  private final TypeSuggestions types;

  /**
   * @param words what is known of the words of the shell
   */
  public Completer(Words words) {
    this.words = words;
    this.types = new TypeSuggestions(members, words);
  }

  /**
   * What may be written at the cursor.
   *
   * @param text the input so far, of any number of lines
   * @param cursor between 0 and its length
   */
  public Suggestions complete(String text, int cursor, Scope scope) {
    Scan scan = Scan.of(text.substring(0, cursor));
    Suggestions nothing = new Suggestions(cursor, cursor, List.of());
    if (endsInComment(scan)) {
      return nothing;
    }
    Meaning meaning = new Meaning(scan, scope, members, finder);
    int last = meaning.code().size() - 1;
    ArgumentSuggestions arguments = new ArgumentSuggestions(meaning, words);
    Optional<Quote> quote = Quote.at(scan);
    if (quote.isPresent()) {
      return quote.get().isWhole()
          ? inQuotes(quote.get(), last, text, cursor, meaning, arguments)
          : nothing;
    }
    boolean hasWord = endsInWord(scan);
    if (!hasWord && endsIn(scan, Kind.NUMBER)) {
      return nothing;
    }
    int at = hasWord ? last : last + 1;
    String begun = hasWord ? meaning.code().text(last) : "";
    Stream<Suggestion> all = all(meaning, arguments, at, begun);
    return new Suggestions(
        cursor - begun.length(), cursor, matching(all, begun, text.substring(cursor)));
  }

  /** What a word at the cursor, or the call whose arguments it is in, is and how it is used. */
  public Optional<Explanation> explain(String text, int cursor, Scope scope) {
    int end = cursor;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    Scan scan = Scan.of(text.substring(0, end));
    if (endsInComment(scan)) {
      return Optional.empty();
    }
    Meaning meaning = new Meaning(scan, scope, members, finder);
    return new Explanations(meaning, words).of(Quote.at(scan).isEmpty() && endsInWord(scan));
  }

  private Suggestions inQuotes(
      Quote quote,
      int at,
      String text,
      int cursor,
      Meaning meaning,
      ArgumentSuggestions arguments) {
    String closing = text.startsWith(quote.mark(), cursor) ? "" : quote.mark();
    String typed = text.substring(quote.start(), cursor);
    return new TextSuggestions(meaning, words, arguments).in(at, quote.start(), typed, closing);
  }

  private Stream<Suggestion> all(
      Meaning meaning, ArgumentSuggestions arguments, int at, String begun) {
    Code code = meaning.code();
    if (code.isMemberDot(at - 1)) {
      return new MemberSuggestions(meaning, types, words).after(at - 1, !begun.isEmpty());
    }
    boolean isPointer =
        code.is(at - 2, ".") && (code.is(at - 1, "&") || code.is(at - 1, "@"))
            || code.is(at - 2, ":") && code.is(at - 1, ":");
    if (isPointer) {
      return Stream.empty();
    }
    NameSuggestions names = new NameSuggestions(meaning, words);
    if (arguments.wantsState(at)) {
      return begun.isEmpty() ? names.states() : Stream.concat(names.states(), names.at(at, begun));
    }
    return Stream.concat(arguments.options(at), names.at(at, begun));
  }

  /** Those that fit what was begun, the best first; what is there already is not written twice. */
  private static List<Suggestion> matching(Stream<Suggestion> all, String begun, String rest) {
    NameMatch match = new NameMatch(begun);
    Map<String, Suggestion> fitting = new LinkedHashMap<>();
    all.filter(each -> match.fits(each.text()))
        .sorted(Comparator.comparing(each -> match.rank(each.text())))
        .map(each -> rest.startsWith("(") ? withoutBracket(each) : each)
        .forEach(each -> fitting.putIfAbsent(each.text(), each));
    return List.copyOf(fitting.values());
  }

  private static Suggestion withoutBracket(Suggestion whole) {
    String name = whole.text().replaceFirst("(\\(.*| \\{)$", "");
    return new Suggestion(name, whole.group(), whole.summary(), false);
  }

  private static boolean endsInComment(Scan scan) {
    List<Token> tokens = scan.tokens();
    return endsIn(scan, Kind.COMMENT)
        && (scan.hasOpenText() || !tokens.get(tokens.size() - 1).in(scan.text()).startsWith("/*"));
  }

  private static boolean endsInWord(Scan scan) {
    return endsIn(scan, Kind.NAME) || endsIn(scan, Kind.KEYWORD);
  }

  private static boolean endsIn(Scan scan, Kind kind) {
    List<Token> tokens = scan.tokens();
    return !tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() == kind;
  }
}
