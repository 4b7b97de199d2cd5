package dev.amsshell.sandbox.odata;

import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.odata.FilterToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a {@code $filter} or {@code $orderby} into words. */
final class FilterLexer {

  private final String text;
  private final List<FilterToken> tokens = new ArrayList<>();
  private int at;

  private FilterLexer(String text) {
    this.text = text;
  }

  static List<FilterToken> tokens(String text) {
    return new FilterLexer(text).run();
  }

  private List<FilterToken> run() {
    while (at < text.length()) {
      char next = text.charAt(at);
      switch (next) {
        case ' ', '\t' -> at++;
        case '(' -> symbol(Kind.OPEN);
        case ')' -> symbol(Kind.CLOSE);
        case ',' -> symbol(Kind.COMMA);
        case '\'' -> {
          int start = at;
          literal(start, new FilterLiteral(Edm.STRING, quoted()));
        }
        default -> {
          if (isDigit(next) || next == '-') {
            number();
          } else if (isLetter(next)) {
            word();
          } else {
            throw syntaxError(at);
          }
        }
      }
    }
    tokens.add(new FilterToken(Kind.END, "", null, null, at));
    return tokens;
  }

  static Refusal syntaxError(int position) {
    return Refusal.badRequest("Syntax error at position " + position + ".");
  }

  private void symbol(Kind kind) {
    tokens.add(new FilterToken(kind, text.substring(at, at + 1), null, null, at));
    at++;
  }

  private void literal(int start, FilterLiteral literal) {
    tokens.add(
        new FilterToken(
            Kind.LITERAL, text.substring(start, at), literal.type(), literal.value(), start));
  }

  private void number() {
    int start = at++;
    while (at < text.length() && isNumberPart(text.charAt(at))) {
      at++;
    }
    literal(start, FilterLiteral.number(text.substring(start, at), start));
  }

  /**
   * A name, a word such as {@code true}, or the prefix of a literal such as {@code datetime'..'}.
   */
  private void word() {
    int start = at;
    while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    String word = text.substring(start, at);
    if (at < text.length() && text.charAt(at) == '\'') {
      literal(start, FilterLiteral.prefixed(word, quoted(), start));
      return;
    }
    switch (word) {
      case "true", "false" -> literal(start, new FilterLiteral(Edm.BOOLEAN, Boolean.valueOf(word)));
      case "null" -> literal(start, new FilterLiteral(Edm.NULL, null));
      default -> tokens.add(new FilterToken(Kind.NAME, word, null, null, start));
    }
  }

  /** Reads on behind the closing quote; two quotes within stand for one. */
  private String quoted() {
    int start = at++;
    StringBuilder content = new StringBuilder();
    while (true) {
      int quote = text.indexOf('\'', at);
      if (quote < 0) {
        throw Refusal.badRequest("Unterminated string literal at position " + start + ".");
      }
      content.append(text, at, quote);
      at = quote + 1;
      if (at == text.length() || text.charAt(at) != '\'') {
        return content.toString();
      }
      content.append('\'');
      at++;
    }
  }

  private boolean isNumberPart(char c) {
    boolean exponentSign = (c == '-' || c == '+') && "eE".indexOf(text.charAt(at - 1)) >= 0;
    return isDigit(c) || isLetter(c) || c == '.' || exponentSign;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }
}
