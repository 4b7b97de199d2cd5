package dev.amsshell.script.analysis;

import dev.amsshell.script.analysis.Token.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pieces of a text that mean something to the compiler, by number. Comments, blanks and line
 * breaks only show in how pieces are set apart.
 */
final class Code {
  private static final Set<String> NOT_VALUES = Set.of("new", "return", "in", "as", "instanceof");

  private final Scan scan;
  private final List<Token> tokens;
  private final Map<Integer, Integer> numbers = new HashMap<>();

  Code(Scan scan) {
    this.scan = scan;
    this.tokens = scan.tokens().stream().filter(each -> each.kind().isCode()).toList();
    for (int i = 0; i < tokens.size(); i++) {
      numbers.put(tokens.get(i).end() - 1, i);
    }
  }

  int size() {
    return tokens.size();
  }

  /** The source of some pieces, with what is between them. */
  String text(int first, int last) {
    return scan.text().substring(tokens.get(first).start(), tokens.get(last).end());
  }

  String text(int at) {
    return has(at) ? tokens.get(at).in(scan.text()) : "";
  }

  private boolean has(int at) {
    return at >= 0 && at < tokens.size();
  }

  boolean is(int at, String text) {
    return text(at).equals(text);
  }

  boolean is(int at, Kind kind) {
    return has(at) && tokens.get(at).kind() == kind;
  }

  /** Whether nothing is between a piece and the one before. */
  boolean isGlued(int at) {
    return has(at - 1) && has(at) && tokens.get(at - 1).end() == tokens.get(at).start();
  }

  /** Whether a piece is the first of its line; the number of pieces stands for the cursor. */
  boolean isFirstOfLine(int at) {
    int from = at <= 0 ? 0 : tokens.get(at - 1).end();
    int to = at < tokens.size() ? tokens.get(at).start() : scan.text().length();
    return at <= 0 || scan.text().substring(from, to).contains("\n");
  }

  boolean isOpening(int at) {
    return is(at, Kind.BRACKET) && "([{".indexOf(text(at).charAt(text(at).length() - 1)) >= 0;
  }

  boolean isClosing(int at) {
    return is(at, Kind.BRACKET) && !isOpening(at);
  }

  /** Whether it begins an expression within a string. */
  boolean isInsertion(int at) {
    return is(at, Kind.BRACKET) && is(at, "${");
  }

  /** The other bracket of a pair, or -1. */
  int partner(int at) {
    Integer place = scan.partners().get(tokens.get(at).end() - 1);
    return place == null ? -1 : numbers.getOrDefault(place, -1);
  }

  /** The innermost bracket that is open at a piece, or -1. */
  int enclosing(int at) {
    int i = at - 1;
    while (i >= 0 && !isOpening(i)) {
      i = before(i);
    }
    return i;
  }

  /** The piece before another one, or before the bracket that this one closes; may be -1. */
  int before(int at) {
    int partner = isClosing(at) ? partner(at) : -1;
    return (partner >= 0 ? partner : at) - 1;
  }

  /** Whether a dot at this piece leads to a member, and is no part of a range. */
  boolean isMemberDot(int at) {
    return is(at, ".") && !is(at - 1, ".") && !is(at + 1, ".");
  }

  /** The last piece of what is before a dot, with or without a question mark or an asterisk. */
  int beforeDot(int dot) {
    boolean isMarked = isGlued(dot) && (is(dot - 1, "?") || is(dot - 1, "*"));
    return isMarked ? dot - 2 : dot - 1;
  }

  /** Whether a statement may begin at a piece. */
  boolean isStatementStart(int at) {
    return isFirstOfLine(at)
        || is(at - 1, ";")
        || is(at - 1, "{")
        || is(at - 1, ">") && is(at - 2, "-");
  }

  /**
   * The first piece of the expression that ends with another piece: a chain of names, calls,
   * indices and literals. A chain that begins with a dot begins with it. -1 when there is none.
   */
  int startOfChain(int last) {
    int at = last;
    while (true) {
      at = startOfOperand(at);
      if (at < 0 || !isMemberDot(at - 1)) {
        return at > 0 && is(at - 1, "new") ? at - 1 : at;
      }
      int before = beforeDot(at - 1);
      if (before < 0) {
        return before + 1;
      }
      at = before;
    }
  }

  private int startOfOperand(int at) {
    if (is(at, Kind.NAME) || is(at, Kind.NUMBER)) {
      return at;
    }
    if (is(at, Kind.KEYWORD)) {
      return NOT_VALUES.contains(text(at)) ? -1 : at;
    }
    if (is(at, Kind.STRING)) {
      return startOfString(at);
    }
    int open = isClosing(at) ? partner(at) : -1;
    if (open < 0) {
      return -1;
    }
    return switch (text(open)) {
      case "(" -> isGlued(open) ? startOfCalled(open) : open;
      case "[" -> isGlued(open) && isValueEnd(open - 1) ? startOfOperand(indexed(open)) : open;
      case "{" -> isCalledWith(open) ? startOfOperand(open - 1) : open;
      default -> -1;
    };
  }

  private int startOfCalled(int open) {
    if (is(open - 1, ">")) {
      int name = beforeTypeArguments(open - 1);
      return is(name, Kind.NAME) ? name : open;
    }
    return isValueEnd(open - 1) ? startOfOperand(open - 1) : open;
  }

  private int beforeTypeArguments(int last) {
    int depth = 0;
    for (int i = last; i >= 0; i--) {
      depth += is(i, ">") ? 1 : is(i, "<") ? -1 : 0;
      if (depth == 0) {
        return i - 1;
      }
    }
    return -1;
  }

  private int indexed(int open) {
    return is(open - 1, "?") ? open - 2 : open - 1;
  }

  private boolean isValueEnd(int at) {
    return is(at, Kind.NAME)
        || is(at, Kind.STRING)
        || isClosing(at)
        || is(at, "?") && isGlued(at)
        || is(at, "this");
  }

  /** Whether what is in braces is an argument of the call before them. */
  boolean isCalledWith(int brace) {
    return !isFirstOfLine(brace)
        && (is(brace - 1, Kind.NAME) || is(brace - 1, ")") || is(brace - 1, "}"));
  }

  private int startOfString(int at) {
    int first = at;
    while (is(first - 1, "}") && partner(first - 1) >= 0 && isInsertion(partner(first - 1))) {
      first = partner(first - 1) - 1;
      if (!is(first, Kind.STRING)) {
        return -1;
      }
    }
    return first;
  }
}
