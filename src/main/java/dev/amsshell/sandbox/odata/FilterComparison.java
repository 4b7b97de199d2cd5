package dev.amsshell.sandbox.odata;

import dev.amsshell.sandbox.http.Refusal;
import java.time.Instant;
import java.util.function.IntPredicate;

/** The six comparison operators. */
final class FilterComparison {

  private FilterComparison() {}

  static <T> FilterExpression<T> of(
      EntityType<T> entity,
      FilterToken operator,
      FilterExpression<T> left,
      FilterExpression<T> right) {
    boolean equality = operator.text().equals("eq") || operator.text().equals("ne");
    if (!comparable(left.type(), right.type(), equality)) {
      throw Refusal.badRequest(
          "Operator '%s' incompatible with operand types '%s' and '%s' at position %d."
              .formatted(
                  operator.text(),
                  left.type().wireName(),
                  right.type().wireName(),
                  operator.position()));
    }
    FilterExpression<T> one = asId(entity, left, right);
    FilterExpression<T> other = asId(entity, right, left);
    IntPredicate test = test(operator.text());
    return FilterExpression.computed(
        Edm.BOOLEAN,
        left.position(),
        row -> {
          Object a = one.of(row);
          Object b = other.of(row);
          if (a == null || b == null) {
            // Null equals null and nothing else, and is neither above nor below anything.
            return equality && test.test(a == b ? 0 : 1);
          }
          return test.test(compare(a, b));
        });
  }

  /** Compares two values that are present and of comparable types. */
  static int compare(Object a, Object b) {
    if (a instanceof Number x && b instanceof Number y) {
      boolean whole = !(a instanceof Double) && !(b instanceof Double);
      return whole
          ? Long.compare(x.longValue(), y.longValue())
          : Double.compare(x.doubleValue(), y.doubleValue());
    }
    if (a instanceof Instant x && b instanceof Instant y) {
      return x.compareTo(y);
    }
    if (a instanceof Boolean x && b instanceof Boolean y) {
      return x.compareTo(y);
    }
    return a.toString().compareTo(b.toString());
  }

  private static boolean comparable(Edm left, Edm right, boolean equality) {
    if (left == Edm.COLLECTION || right == Edm.COLLECTION) {
      return false;
    }
    if (left == Edm.NULL || right == Edm.NULL) {
      return true;
    }
    boolean ordered = left != Edm.BOOLEAN && left != Edm.GUID;
    return left == right ? ordered || equality : left.isNumber() && right.isNumber();
  }

  /** A malformed id is an error, not an empty result (wire sheet 5.2). */
  private static <T> FilterExpression<T> asId(
      EntityType<T> entity, FilterExpression<T> operand, FilterExpression<T> comparedWith) {
    if (!comparedWith.isKey() || !operand.isLiteral() || operand.type() != Edm.STRING) {
      return operand;
    }
    String text = (String) operand.of(null);
    String id =
        entity
            .key()
            .canonical(text)
            .orElseThrow(
                () ->
                    Refusal.badRequest(
                        entity.malformedKey(text).getMessage()
                            + " See position "
                            + operand.position()
                            + "."));
    return FilterExpression.literal(Edm.STRING, operand.position(), id);
  }

  private static IntPredicate test(String operator) {
    return switch (operator) {
      case "eq" -> order -> order == 0;
      case "ne" -> order -> order != 0;
      case "gt" -> order -> order > 0;
      case "ge" -> order -> order >= 0;
      case "lt" -> order -> order < 0;
      default -> order -> order <= 0;
    };
  }
}
