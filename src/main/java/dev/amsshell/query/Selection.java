package dev.amsshell.query;

import java.util.List;
import java.util.Objects;

/**
 * Which rows are wanted, and in what order.
 *
 * @param entity what they are
 * @param where what must hold of each
 * @param order by what they are ordered, the first decides first; in no order when empty
 * @param limit how many at most, counted in that order; {@link #ALL} for no limit
 */
public record Selection<T>(Entity<T> entity, Condition where, List<Order> order, long limit) {
  /** No limit. */
  public static final long ALL = Long.MAX_VALUE;

  public Selection {
    Objects.requireNonNull(entity, "entity is null");
    Objects.requireNonNull(where, "where is null");
    order = List.copyOf(order);
  }
}
