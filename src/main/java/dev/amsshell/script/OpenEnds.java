package dev.amsshell.script;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A light reading of Groovy text that knows strings, comments and brackets, and nothing else.
 *
 * @param depth how many brackets are open at the end
 * @param openText whether a string of several lines or a comment is open at the end
 * @param isBroken whether a bracket or a quote is wrong, which the compiler will explain
 * @param code the text without its comments
 */
record OpenEnds(int depth, boolean openText, boolean isBroken, String code) {
  boolean isOpen() {
    return !isBroken && (depth > 0 || openText);
  }

  static OpenEnds of(String text) {
    return new Reader(text).read();
  }

  /** Goes through the text once; {@code open} holds the closers that are still to come. */
  private static final class Reader {
    private final String text;
    private final Deque<String> open = new ArrayDeque<>();
    private final StringBuilder code = new StringBuilder();
    private int at;
    private boolean broken;

    Reader(String text) {
      this.text = text;
    }

    OpenEnds read() {
      boolean commentEnds = true;
      while (at < text.length() && !broken) {
        String closer = open.peek();
        if (closer != null && isQuote(closer)) {
          string(closer);
        } else {
          commentEnds = code();
        }
      }
      String last = open.peek();
      boolean inString = last != null && isQuote(last);
      // a string of one line that does not end is an error; what spans lines may still end
      boolean openText = !commentEnds || inString && last.length() == 3;
      int depth = (int) open.stream().filter(each -> !isQuote(each)).count();
      return new OpenEnds(
          depth, openText, broken || inString && last.length() == 1, code.toString());
    }

    /** Reads one step of code; false when a comment does not end. */
    private boolean code() {
      if (next("//") || at == 0 && next("#!")) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
        return true;
      }
      if (next("/*")) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
        return end >= 0;
      }
      char c = text.charAt(at);
      if (next("\"\"\"") || next("'''")) {
        open.push(text.substring(at, at + 3));
        take(3);
      } else if (c == '"' || c == '\'' || c == '/' && startsSlashy()) {
        open.push(String.valueOf(c));
        take(1);
      } else if ("([{".indexOf(c) >= 0) {
        open.push(String.valueOf(")]}".charAt("([{".indexOf(c))));
        take(1);
      } else if (")]}".indexOf(c) >= 0) {
        broken = open.isEmpty() || !open.pop().equals(String.valueOf(c));
        take(1);
      } else {
        take(1);
      }
      return true;
    }

    /** Reads one step of a string. */
    private void string(String closer) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        take(2);
      } else if (next(closer)) {
        open.pop();
        take(closer.length());
      } else if (next("${") && !closer.startsWith("'")) {
        open.push("}");
        take(2);
      } else if (c == '\n' && closer.length() == 1 && !closer.equals("/")) {
        broken = true;
      } else {
        take(1);
      }
    }

    /** A slash begins a string where a value is expected, and divides after one. */
    private boolean startsSlashy() {
      String before = code.toString().stripTrailing();
      return before.isEmpty()
          || "(,=:[!~{;&|?+-*<>%^".indexOf(before.charAt(before.length() - 1)) >= 0
          || before.endsWith("return");
    }

    private boolean next(String expected) {
      return text.startsWith(expected, at);
    }

    private void take(int length) {
      int end = Math.min(at + length, text.length());
      code.append(text, at, end);
      at = end;
    }

    private static boolean isQuote(String closer) {
      return "\"'/".indexOf(closer.charAt(0)) >= 0;
    }
  }
}
