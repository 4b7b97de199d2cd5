package dev.amsshell.sandbox.odata;

import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.odata.FilterToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Reads a {@code $filter} (wire sheet 5.2) by this grammar and makes a test of rows of it:
 *
 * <pre>
 * filter     = or
 * or         = and { "or" and }
 * and        = equality { "and" equality }
 * equality   = relation [ ("eq" | "ne") relation ]
 * relation   = unary [ ("gt" | "ge" | "lt" | "le") unary ]
 * unary      = "not" unary | primary
 * primary    = "(" or ")" | literal | function "(" or { "," or } ")" | property
 * function   = "startswith" | "endswith" | "substringof" | "length" | "cast"
 * </pre>
 */
final class FilterParser<T> {

  private static final Set<String> EQUALITIES = Set.of("eq", "ne");
  private static final Set<String> RELATIONS = Set.of("gt", "ge", "lt", "le");

  /** Deeper filters are refused before the stack gives out. */
  private static final int DEEPEST = 100;

  private final EntityType<T> entity;
  private final List<FilterToken> tokens;
  private int next;
  private int depth;

  private FilterParser(String text, EntityType<T> entity) {
    this.entity = entity;
    this.tokens = FilterLexer.tokens(text);
  }

  static <T> Predicate<T> parse(String text, EntityType<T> entity) {
    FilterParser<T> parser = new FilterParser<>(text, entity);
    FilterExpression<T> filter = parser.or();
    if (!parser.peek().is(Kind.END)) {
      throw FilterLexer.syntaxError(parser.peek().position());
    }
    if (!filter.isA(Edm.BOOLEAN)) {
      throw Refusal.badRequest(
          "Expression of type 'System.Boolean' expected at position " + filter.position() + ".");
    }
    return row -> Boolean.TRUE.equals(filter.of(row));
  }

  private FilterExpression<T> or() {
    FilterExpression<T> first = and();
    List<FilterExpression<T>> parts = new ArrayList<>(List.of(first));
    while (takeName("or")) {
      parts.add(and());
    }
    return parts.size() == 1 ? first : FilterLogic.or(parts);
  }

  private FilterExpression<T> and() {
    FilterExpression<T> first = equality();
    List<FilterExpression<T>> parts = new ArrayList<>(List.of(first));
    while (takeName("and")) {
      parts.add(equality());
    }
    return parts.size() == 1 ? first : FilterLogic.and(parts);
  }

  private FilterExpression<T> equality() {
    return compared(relation(), EQUALITIES, this::relation);
  }

  private FilterExpression<T> relation() {
    return compared(unary(), RELATIONS, this::unary);
  }

  private FilterExpression<T> compared(
      FilterExpression<T> left, Set<String> operators, Supplier<FilterExpression<T>> right) {
    FilterToken operator = peek();
    if (!operator.is(Kind.NAME) || !operators.contains(operator.text())) {
      return left;
    }
    next++;
    return FilterComparison.of(entity, operator, left, right.get());
  }

  private FilterExpression<T> unary() {
    if (++depth > DEEPEST) {
      throw Refusal.badRequest(
          "The filter is nested too deeply at position " + peek().position() + ".");
    }
    FilterToken start = peek();
    FilterExpression<T> expression =
        takeName("not") ? FilterLogic.not(unary(), start.position()) : primary();
    depth--;
    return expression;
  }

  private FilterExpression<T> primary() {
    FilterToken token = tokens.get(next++);
    switch (token.kind()) {
      case OPEN -> {
        FilterExpression<T> inner = or();
        close();
        return inner;
      }
      case LITERAL -> {
        return FilterExpression.literal(token.type(), token.position(), token.value());
      }
      case NAME -> {
        return peek().is(Kind.OPEN) ? call(token) : property(token);
      }
      default ->
          throw Refusal.badRequest("Expression expected at position " + token.position() + ".");
    }
  }

  private FilterExpression<T> call(FilterToken function) {
    next++;
    List<FilterExpression<T>> arguments = new ArrayList<>();
    if (!peek().is(Kind.CLOSE)) {
      arguments.add(or());
      while (peek().is(Kind.COMMA)) {
        next++;
        arguments.add(or());
      }
    }
    close();
    return FilterFunctions.call(function, arguments);
  }

  private FilterExpression<T> property(FilterToken name) {
    Property<T> property =
        entity
            .property(name.text())
            .orElseThrow(() -> entity.noProperty(name.text(), name.position()));
    boolean isKey = name.text().equals(entity.keyName());
    return new FilterExpression<>(property.type(), property.read(), isKey, false, name.position());
  }

  private FilterToken peek() {
    return tokens.get(next);
  }

  private boolean takeName(String word) {
    boolean found = peek().isName(word);
    if (found) {
      next++;
    }
    return found;
  }

  private void close() {
    if (!peek().is(Kind.CLOSE)) {
      throw Refusal.badRequest("')' or operator expected at position " + peek().position() + ".");
    }
    next++;
  }
}
