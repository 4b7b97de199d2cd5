package dev.amsshell.script.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;

/** Where the literals of a syntax tree are in its text. */
final class Literals {
  private final Scan scan;
  private final int[] lines;
  private final Map<Integer, Integer> tokenAt = new HashMap<>();

  /** The part of a text from {@code start} to before {@code end}, quotes included. */
  record Span(int start, int end) {}

  Literals(Scan scan) {
    this.scan = scan;
    this.lines = lineStarts(scan.text());
    for (int i = 0; i < scan.tokens().size(); i++) {
      tokenAt.put(scan.tokens().get(i).start(), i);
    }
  }

  /** Where a string or a number is; empty when there is none where the tree says. */
  Optional<Span> find(ASTNode literal) {
    int line = literal.getLineNumber() - 1;
    if (line < 0 || line >= lines.length) {
      return Optional.empty();
    }
    // the parser counts a column for each character, of which Java may need two
    int start = scan.text().offsetByCodePoints(lines[line], literal.getColumnNumber() - 1);
    Integer token = tokenAt.get(start);
    if (token == null) {
      return Optional.empty();
    }
    List<Token> tokens = scan.tokens();
    // a literal in parentheses, or a negative one, begins before its token
    while (token < tokens.size() && mayPrecede(tokens.get(token))) {
      token++;
    }
    return token == tokens.size() || !isLiteral(tokens.get(token))
        ? Optional.empty()
        : Optional.of(new Span(tokens.get(token).start(), tokens.get(lastOf(token)).end()));
  }

  /** The last piece of the string that begins with a piece: those between are expressions. */
  private int lastOf(int first) {
    List<Token> tokens = scan.tokens();
    int last = first;
    while (last + 1 < tokens.size() && tokens.get(last + 1).in(scan.text()).equals("${")) {
      Integer closing = scan.partners().get(tokens.get(last + 1).start() + 1);
      if (closing == null) {
        return tokens.size() - 1;
      }
      last = tokenAt.get(closing);
      if (last + 1 < tokens.size() && tokens.get(last + 1).kind() == Token.Kind.STRING) {
        last++;
      }
    }
    return last;
  }

  private boolean mayPrecede(Token token) {
    return !token.kind().isCode() || "(-".contains(token.in(scan.text()));
  }

  private static boolean isLiteral(Token token) {
    return token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.NUMBER;
  }

  private static int[] lineStarts(String text) {
    int[] breaks = text.chars().filter(c -> c == '\n').toArray();
    int[] starts = new int[breaks.length + 1];
    int next = 0;
    for (int i = 1; i < starts.length; i++) {
      next = text.indexOf('\n', next) + 1;
      starts[i] = next;
    }
    return starts;
  }
}
