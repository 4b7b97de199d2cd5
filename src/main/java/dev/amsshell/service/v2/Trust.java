package dev.amsshell.service.v2;

import dev.amsshell.query.Condition;
import dev.amsshell.query.Operand;
import dev.amsshell.query.Order;
import dev.amsshell.query.Property;
import dev.amsshell.query.Truth;
import dev.amsshell.query.Type;
import dev.amsshell.service.UnexpectedAnswer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a service did what it was asked: somebody in between may leave out an option, and rows
 * that nobody asked for would be a lie. Only what both sides see alike is checked, which is states
 * and numbers; text and moments may be compared in more than one way.
 *
 * @param where what was asked of each row, the part that was sent
 * @param order by what the service was to order
 */
record Trust(Condition where, List<Order> order) {
  private static final Set<Type> EXACT = EnumSet.of(Type.STATE, Type.NUMBER);

  /**
   * Checks the rows of one answer.
   *
   * @throws UnexpectedAnswer when they are not those that were asked for, or not in order
   */
  <T> List<T> check(List<T> rows, EntitySet<T> set) {
    for (T row : rows) {
      if (Truth.of(where, leaf -> of(leaf, row)) == Truth.NO) {
        throw ignored(
            "$filter", "%s is not what was asked for".formatted(set.entity().id().apply(row)));
      }
    }
    for (int i = 1; i < rows.size(); i++) {
      if (isWrong(rows.get(i - 1), rows.get(i))) {
        throw ignored("$orderby", "the rows do not come by " + Order.text(order));
      }
    }
    return rows;
  }

  /**
   * Where a time is missing, nobody knows which end it is put to; equal ones may not be equal
   * there.
   */
  private boolean isWrong(Object row, Object next) {
    if (order.isEmpty() || order.get(0).property().type() != Type.TIME) {
      return false;
    }
    Property time = order.get(0).property();
    return time.of(row) != null
        && time.of(next) != null
        && Order.comparator(order.subList(0, 1)).compare(row, next) > 0;
  }

  static UnexpectedAnswer ignored(String option, String how) {
    return new UnexpectedAnswer(
        "the service does not do as it is asked: " + how,
        "Is something in between that leaves out %s? Until it is mended, filter { } and sort { }"
                .formatted(option)
            + " of all rows do the same here.",
        null);
  }

  private static Truth of(Condition leaf, Object row) {
    Property property = property(leaf);
    return property != null && EXACT.contains(property.type())
        ? Truth.of(leaf.test(row))
        : Truth.MAYBE;
  }

  private static Property property(Condition leaf) {
    if (leaf instanceof Condition.Among among) {
      return among.property();
    }
    return leaf instanceof Condition.Comparison comparison
            && comparison.left() instanceof Operand.Of of
        ? of.property()
        : null;
  }
}
