package dev.amsshell.script.analysis;

import dev.amsshell.script.analysis.Token.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A string that is open at the end of a text.
 *
 * @param mark what opens it, and is to close it
 * @param start where its content begins
 * @param isWhole whether no expression is inserted before the end
 */
record Quote(String mark, int start, boolean isWhole) {
  private static final List<String> MARKS = List.of("'''", "\"\"\"", "'", "\"");

  /** The string that is open at the end; also one of a kind in which nothing is offered. */
  static Optional<Quote> at(Scan scan) {
    List<Token> tokens = scan.tokens();
    if (tokens.isEmpty()) {
      return Optional.empty();
    }
    Token last = tokens.get(tokens.size() - 1);
    String text = last.in(scan.text());
    boolean follows = tokens.size() > 1 && isEndOfInsertion(scan, tokens.get(tokens.size() - 2));
    boolean isStray = last.kind() == Kind.WRONG && ")]}".contains(text) && !follows;
    boolean isOpen =
        last.kind() == Kind.STRING && scan.hasOpenText() || last.kind() == Kind.WRONG && !isStray;
    if (!isOpen) {
      return Optional.empty();
    }
    Optional<String> mark =
        follows ? Optional.empty() : MARKS.stream().filter(text::startsWith).findFirst();
    return Optional.of(
        mark.map(each -> new Quote(each, last.start() + each.length(), true))
            .orElse(new Quote("", last.end(), false)));
  }

  private static boolean isEndOfInsertion(Scan scan, Token token) {
    Integer open = scan.partners().get(token.start());
    return open != null && open > 0 && scan.text().startsWith("${", open - 1);
  }
}
