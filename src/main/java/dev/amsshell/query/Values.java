package dev.amsshell.query;

import java.math.BigDecimal;

/** Values compared, whatever their types. */
final class Values {
  private Values() {}

  /** Numbers by their worth, everything else by its own order. */
  @SuppressWarnings("unchecked")
  static int compare(Object left, Object right) {
    if (left instanceof Number && right instanceof Number) {
      return decimal((Number) left).compareTo(decimal((Number) right));
    }
    return ((Comparable<Object>) left).compareTo(right);
  }

  /** A number in one form: a Long where it is whole and fits, else as precise as a double. */
  static Number plain(Number number) {
    try {
      return decimal(number).longValueExact();
    } catch (ArithmeticException e) {
      return number.doubleValue();
    }
  }

  private static BigDecimal decimal(Number number) {
    return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
  }
}
