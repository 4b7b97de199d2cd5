package dev.amsshell.script.analysis;

import dev.amsshell.script.analysis.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through a text once; used for one text only. */
final class Scanner {
  private static final Pattern NUMBER =
      Pattern.compile(
          "0[xX][0-9a-fA-F_]+[gGlLiI]?"
              + "|0[bB][01_]+[gGlLiI]?"
              + "|[0-9][0-9_]*(?:\\.[0-9][0-9_]*)?(?:[eE][+-]?[0-9]+)?[gGlLiIdDfF]?");

  private static final List<String> LONG_QUOTES = List.of("\"\"\"", "'''");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final Map<Integer, Integer> partners = new HashMap<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private boolean hasOpenComment;
  private Token lastCode;
  private int at;

  /** A bracket or a string that waits for its end. */
  private record Open(int place, String closer, boolean isString) {}

  Scanner(String text) {
    this.text = text;
  }

  Scan scan() {
    while (at < text.length()) {
      Open inside = open.peek();
      if (inside != null && inside.isString()) {
        string(inside);
      } else {
        code();
      }
    }
    boolean inString = !open.isEmpty() && open.peek().isString();
    List<Integer> brackets = new ArrayList<>();
    open.descendingIterator()
        .forEachRemaining(
            each -> {
              if (!each.isString()) {
                brackets.add(each.place());
              }
            });
    return new Scan(
        text, List.copyOf(tokens), Map.copyOf(partners), brackets, hasOpenComment || inString);
  }

  private void code() {
    char c = text.charAt(at);
    if (c == '\n') {
      add(Kind.LINE_BREAK, at + 1);
    } else if (Character.isWhitespace(c)) {
      add(Kind.BLANK, endOf(Character::isWhitespace));
    } else if (isNext("//") || at == 0 && isNext("#!")) {
      add(Kind.COMMENT, indexOr("\n", at, text.length()));
    } else if (isNext("/*")) {
      hasOpenComment = text.indexOf("*/", at + 2) < 0;
      add(Kind.COMMENT, hasOpenComment ? text.length() : text.indexOf("*/", at + 2) + 2);
    } else if (!beginsString()) {
      if (Character.isDigit(c)) {
        number();
      } else if (Character.isJavaIdentifierStart(c)) {
        int end = endOf(Character::isJavaIdentifierPart);
        add(Keywords.ALL.contains(text.substring(at, end)) ? Kind.KEYWORD : Kind.NAME, end);
      } else if ("([{".indexOf(c) >= 0) {
        opened(1);
      } else if (")]}".indexOf(c) >= 0) {
        closed(c);
      } else {
        add(Kind.OPERATOR, at + 1);
      }
    }
  }

  private boolean beginsString() {
    char c = text.charAt(at);
    for (String quote : LONG_QUOTES) {
      if (isNext(quote)) {
        string(quote, quote);
        return true;
      }
    }
    if (c == '"' || c == '\'' || c == '/' && isValueExpected()) {
      string(String.valueOf(c), String.valueOf(c));
      return true;
    }
    if (isNext("$/") && isValueExpected()) {
      string("$/", "/$");
      return true;
    }
    return false;
  }

  private void string(String quote, String closer) {
    open.push(new Open(at, closer, true));
    string(open.peek(), at + quote.length());
  }

  private void string(Open string) {
    string(string, at);
  }

  /** Reads on in a string from some place: to its end, or to the next expression in it. */
  private void string(Open string, int from) {
    String closer = string.closer();
    boolean isPlain = closer.startsWith("'");
    boolean isOneLine = closer.equals("\"") || closer.equals("'");
    char escape = closer.equals("/$") ? '$' : '\\';
    int next = from;
    while (next < text.length()) {
      char c = text.charAt(next);
      if (text.startsWith(closer, next)) {
        open.pop();
        add(Kind.STRING, next + closer.length());
        return;
      }
      if (!isPlain && text.startsWith("${", next)) {
        if (next > at) {
          add(Kind.STRING, next);
        }
        opened(2);
        return;
      }
      if (isOneLine && c == '\n') {
        open.pop();
        add(Kind.WRONG, next);
        return;
      }
      boolean isEscape =
          c == escape && next + 1 < text.length() && (escape == '\\' || isDollarEscape(next));
      next += isEscape ? 2 : 1;
    }
    // what spans lines may still end; a slashy string usually does not span any
    boolean mayGoOn = closer.length() > 1;
    if (!mayGoOn) {
      open.pop();
    }
    add(mayGoOn ? Kind.STRING : Kind.WRONG, text.length());
  }

  private boolean isDollarEscape(int place) {
    return "$/".indexOf(text.charAt(place + 1)) >= 0;
  }

  private void number() {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    add(Kind.NUMBER, number.lookingAt() ? number.end() : at + 1);
  }

  private void opened(int length) {
    int bracket = at + length - 1;
    String closer = String.valueOf(")]}".charAt("([{".indexOf(text.charAt(bracket))));
    open.push(new Open(bracket, closer, false));
    add(Kind.BRACKET, at + length);
  }

  private void closed(char closer) {
    if (!open.isEmpty() && open.peek().closer().equals(String.valueOf(closer))) {
      int place = open.pop().place();
      partners.put(place, at);
      partners.put(at, place);
      add(Kind.BRACKET, at + 1);
    } else {
      add(Kind.WRONG, at + 1);
    }
  }

  /** A slash begins a string where a value is expected, and divides after one. */
  private boolean isValueExpected() {
    if (lastCode == null) {
      return true;
    }
    String before = lastCode.in(text);
    return switch (lastCode.kind()) {
      case KEYWORD -> !before.equals("this") && !before.equals("super");
      case BRACKET -> "([{".indexOf(before.charAt(before.length() - 1)) >= 0 || endsLine();
      case OPERATOR -> !(lastCode.isStep(text) || before.equals(".")) || endsLine();
      default -> endsLine();
    };
  }

  /** Whether a line has ended since the last code, and with it the statement. */
  private boolean endsLine() {
    boolean inBrackets = !open.isEmpty() && !open.peek().closer().equals("}");
    return !inBrackets && text.substring(lastCode.end(), at).contains("\n");
  }

  private void add(Kind kind, int end) {
    Token token = new Token(kind, at, end);
    tokens.add(token);
    if (kind.isCode()) {
      lastCode = token;
    }
    at = end;
  }

  private boolean isNext(String expected) {
    return text.startsWith(expected, at);
  }

  private int indexOr(String what, int from, int otherwise) {
    int found = text.indexOf(what, from);
    return found < 0 ? otherwise : found;
  }

  private int endOf(IntPredicate isPart) {
    int end = at;
    while (end < text.length() && text.charAt(end) != '\n' && isPart.test(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
