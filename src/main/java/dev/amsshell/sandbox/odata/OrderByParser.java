package dev.amsshell.sandbox.odata;

import dev.amsshell.sandbox.odata.FilterToken.Kind;
import java.util.Comparator;
import java.util.List;

/**
 * Reads an {@code $orderby}: property names parted by commas, each perhaps with {@code asc} or
 * {@code desc}. Nulls come first, and rows that are equal otherwise come in the order of their ids.
 */
final class OrderByParser {

  private OrderByParser() {}

  static <T> Comparator<T> parse(String text, EntityType<T> entity) {
    List<FilterToken> tokens = FilterLexer.tokens(text);
    Comparator<T> order = null;
    int next = 0;
    while (true) {
      Comparator<T> part = byProperty(tokens.get(next++), entity);
      if (tokens.get(next).isName("desc")) {
        part = part.reversed();
        next++;
      } else if (tokens.get(next).isName("asc")) {
        next++;
      }
      order = order == null ? part : order.thenComparing(part);
      FilterToken behind = tokens.get(next++);
      if (behind.is(Kind.END)) {
        return order.thenComparing(entity::idOf);
      }
      if (!behind.is(Kind.COMMA)) {
        throw FilterLexer.syntaxError(behind.position());
      }
    }
  }

  private static <T> Comparator<T> byProperty(FilterToken name, EntityType<T> entity) {
    if (!name.is(Kind.NAME)) {
      throw FilterLexer.syntaxError(name.position());
    }
    Property<T> property =
        entity
            .property(name.text())
            .filter(found -> found.type() != Edm.COLLECTION)
            .orElseThrow(() -> entity.noProperty(name.text(), name.position()));
    return Comparator.comparing(property.read(), Comparator.nullsFirst(FilterComparison::compare));
  }
}
