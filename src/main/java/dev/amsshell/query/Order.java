package dev.amsshell.query;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * By what rows are ordered. A missing value comes before all others, and last when descending.
 *
 * @param property decides
 * @param isDescending whether the greatest comes first
 */
public record Order(Property property, boolean isDescending) {
  /** Compares rows by the first of some orders that tells them apart. */
  public static Comparator<Object> comparator(List<Order> orders) {
    return orders.stream()
        .map(Order::comparator)
        .reduce(Comparator::thenComparing)
        .orElse((a, b) -> 0);
  }

  /** Several as people write them. */
  public static String text(List<Order> orders) {
    return orders.stream().map(Order::toString).collect(Collectors.joining(", "));
  }

  private Comparator<Object> comparator() {
    Comparator<Object> ascending =
        Comparator.comparing(property::of, Comparator.nullsFirst(Values::compare));
    return isDescending ? ascending.reversed() : ascending;
  }

  @Override
  public String toString() {
    return property + (isDescending ? " desc" : "");
  }
}
