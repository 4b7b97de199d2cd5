package dev.amsshell.service.v2;

import dev.amsshell.query.Condition;
import dev.amsshell.query.Operand;
import dev.amsshell.query.Order;
import dev.amsshell.query.Property;
import dev.amsshell.query.Truth;
import dev.amsshell.query.Type;
import dev.amsshell.service.UnexpectedAnswer;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a service did what it was asked: somebody in between may leave out an option, and rows
 * that nobody asked for would be a lie. Only what both sides see alike is checked: states, numbers,
 * and whether a time is there; text and moments may be compared in more than one way.
 *
 * @param where what was asked of each row, the part that was sent
 * @param order by what the service was to order
 */
record Trust(Condition where, List<Order> order) {
  private static final Set<Type> EXACT = EnumSet.of(Type.STATE, Type.NUMBER);
  private static final Set<Type> ORDERED = EnumSet.of(Type.NUMBER, Type.TIME);

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
    boolean isTold = order.stream().allMatch(each -> ORDERED.contains(each.property().type()));
    Comparator<Object> comparator = Order.comparator(isTold ? order : List.of());
    for (int i = 1; i < rows.size(); i++) {
      if (comparator.compare(rows.get(i - 1), rows.get(i)) > 0) {
        throw ignored("$orderby", "the rows do not come by " + Order.text(order));
      }
    }
    return rows;
  }

  private static UnexpectedAnswer ignored(String option, String how) {
    return new UnexpectedAnswer(
        "the service does not do as it is asked: " + how,
        "Is something in between that leaves out %s? Until it is mended, filter { } and sort { }"
                .formatted(option)
            + " of all rows do the same here.",
        null);
  }

  private static Truth of(Condition leaf, Object row) {
    boolean isExact =
        properties(leaf).allMatch(property -> EXACT.contains(property.type()))
            || leaf instanceof Condition.Missing missing && missing.property().type() == Type.TIME;
    return isExact && !(leaf instanceof Condition.Raw) ? Truth.of(leaf.test(row)) : Truth.MAYBE;
  }

  private static Stream<Property> properties(Condition leaf) {
    if (leaf instanceof Condition.Comparison comparison) {
      return Stream.of(comparison.left(), comparison.right())
          .filter(operand -> !(operand instanceof Operand.Value))
          .map(
              operand ->
                  operand instanceof Operand.Of of
                      ? of.property()
                      : ((Operand.Length) operand).property());
    }
    if (leaf instanceof Condition.Among among) {
      return Stream.of(among.property());
    }
    if (leaf instanceof Condition.Match match) {
      return Stream.of(match.property());
    }
    return leaf instanceof Condition.Missing missing ? Stream.of(missing.property()) : Stream.of();
  }
}
