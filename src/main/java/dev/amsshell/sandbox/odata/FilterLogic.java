package dev.amsshell.sandbox.odata;

import dev.amsshell.sandbox.http.Refusal;
import java.util.List;

/** {@code and}, {@code or} and {@code not} over true, false and null, as databases do it. */
final class FilterLogic {

  private FilterLogic() {}

  static <T> FilterExpression<T> and(List<FilterExpression<T>> parts) {
    return joined("and", parts, false);
  }

  static <T> FilterExpression<T> or(List<FilterExpression<T>> parts) {
    return joined("or", parts, true);
  }

  static <T> FilterExpression<T> not(FilterExpression<T> operand, int position) {
    requireBoolean("not", operand);
    return FilterExpression.computed(
        Edm.BOOLEAN,
        position,
        row -> {
          Boolean value = (Boolean) operand.of(row);
          return value == null ? null : !value;
        });
  }

  /**
   * @param decisive the value that, found in one part, is the value of the whole
   */
  private static <T> FilterExpression<T> joined(
      String operator, List<FilterExpression<T>> parts, Boolean decisive) {
    parts.forEach(part -> requireBoolean(operator, part));
    return FilterExpression.computed(
        Edm.BOOLEAN,
        parts.get(0).position(),
        row -> {
          Boolean whole = !decisive;
          for (FilterExpression<T> part : parts) {
            Object value = part.of(row);
            if (decisive.equals(value)) {
              return decisive;
            }
            if (value == null) {
              whole = null;
            }
          }
          return whole;
        });
  }

  private static void requireBoolean(String operator, FilterExpression<?> operand) {
    if (!operand.isA(Edm.BOOLEAN)) {
      throw Refusal.badRequest(
          "Operator '%s' incompatible with operand type '%s' at position %d."
              .formatted(operator, operand.type().wireName(), operand.position()));
    }
  }
}
