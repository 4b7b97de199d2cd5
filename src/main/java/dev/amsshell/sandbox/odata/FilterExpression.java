package dev.amsshell.sandbox.odata;

import java.util.function.Function;

/**
 * A part of a filter that has a value for every row.
 *
 * @param value what it is for a row; a null Boolean is neither true nor false
 * @param isKey whether it is the Id of the entity
 * @param isLiteral whether it is the same for every row
 * @param position where it begins in the filter
 */
record FilterExpression<T>(
    Edm type, Function<T, Object> value, boolean isKey, boolean isLiteral, int position) {

  static <T> FilterExpression<T> computed(Edm type, int position, Function<T, Object> value) {
    return new FilterExpression<>(type, value, false, false, position);
  }

  static <T> FilterExpression<T> literal(Edm type, int position, Object value) {
    return new FilterExpression<>(type, row -> value, false, true, position);
  }

  Object of(T row) {
    return value.apply(row);
  }

  boolean isA(Edm wanted) {
    return type == wanted || type == Edm.NULL;
  }
}
