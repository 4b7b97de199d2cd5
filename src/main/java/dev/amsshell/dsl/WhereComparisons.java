package dev.amsshell.dsl;

import dev.amsshell.dsl.WhereOperands.Side;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.query.Condition;
import dev.amsshell.query.Operand;
import dev.amsshell.query.Operator;
import dev.amsshell.query.Type;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes conditions of the sides of a comparison; the property goes left. */
final class WhereComparisons {
  private final WhereOperands operands;
  private final UnaryOperator<String> jobId;

  WhereComparisons(WhereOperands operands, UnaryOperator<String> jobId) {
    this.operands = operands;
    this.jobId = jobId;
  }

  /** At least one side is of the row. */
  Condition compare(WhereNode place, Operator operator, Side left, Side right) {
    if (!left.isRow()) {
      return compare(place, operator.flipped(), right, left);
    }
    if (operator.isOrder() && !left.type().isOrdered()) {
      throw operands.refused(
          place,
          ("%s is %s and has no order that the service knows; write %1$s == .. or %1$s in [..], or"
                  + " use filter { }, which is evaluated here")
              .formatted(left.property(), left.type().label()));
    }
    if (right.isRow()) {
      return properties(place, operator, left, right);
    }
    if (right.value() == null) {
      return missing(operator, left, right);
    }
    return new Condition.Comparison(left.row(), operator, new Operand.Value(accepted(left, right)));
  }

  private Condition properties(WhereNode place, Operator operator, Side left, Side right) {
    if (left.type() != right.type()) {
      throw operands.refused(
          place,
          "%s is %s and %s is %s: they cannot be compared"
              .formatted(
                  left.property(), left.type().label(), right.property(), right.type().label()));
    }
    return new Condition.Comparison(left.row(), operator, right.row());
  }

  private Condition missing(Operator operator, Side left, Side right) {
    if (operator.isOrder()) {
      throw operands.refused(
          right.node(),
          "the value that %s is compared with is null, and nothing stands before or after null"
              .formatted(left.property()));
    }
    Condition missing =
        new Condition.Missing(
            left.row() instanceof Operand.Length length ? length.property() : left.property());
    return operator == Operator.EQUAL ? missing : new Condition.Not(missing);
  }

  /** A value in the form in which those of the property are compared. */
  Object accepted(Side row, Side value) {
    return value.isUnknown() ? value.value() : accepted(row, value.node(), value.value());
  }

  /** The same for a value that stands in a list or is one end of a range. */
  Object accepted(Side row, WhereNode place, Object value) {
    Object plain = row.type() == Type.JOB_ID ? idOf(value) : value;
    Object accepted;
    try {
      accepted = row.property().accept(plain);
    } catch (IllegalArgumentException e) {
      throw operands.refused(place, e.getMessage());
    }
    return row.type() == Type.JOB_ID ? jobId.apply((String) accepted) : accepted;
  }

  private static Object idOf(Object value) {
    if (value instanceof Job job) {
      return job.id();
    }
    if (value instanceof JobHandle handle) {
      return handle.getId();
    }
    return value instanceof JobId id ? id.text() : value;
  }

  /** Whether a property lies between two values. */
  Condition between(Side subject, Side from, boolean includesFrom, Side to, boolean includesTo) {
    if (!subject.type().isOrdered() || subject.type() == Type.TEXT) {
      throw operands.refused(
          from.node(),
          "%s is %s and cannot be compared with a range; write %1$s in [..]"
              .formatted(subject.property(), subject.type().label()));
    }
    for (Side end : List.of(from, to)) {
      if (end.isRow() || end.value() == null) {
        throw operands.refused(
            end.node(),
            end.isRow()
                ? "a range of properties cannot be sent to the service; write the two comparisons"
                : "a range must not start or end with null");
      }
    }
    Object low = accepted(subject, from);
    Object high = accepted(subject, to);
    if (low == WhereOperands.UNKNOWN || high == WhereOperands.UNKNOWN) {
      return interval(subject, low, includesFrom, high, includesTo);
    }
    int order = Operator.LESS.holds(low, high) ? -1 : Operator.EQUAL.holds(low, high) ? 0 : 1;
    if (order == 0 && !(includesFrom && includesTo)) {
      return Condition.FALSE;
    }
    return order <= 0
        ? interval(subject, low, includesFrom, high, includesTo)
        : interval(subject, high, includesTo, low, includesFrom);
  }

  private static Condition interval(
      Side subject, Object low, boolean includesLow, Object high, boolean includesHigh) {
    Operator from = includesLow ? Operator.AT_LEAST : Operator.GREATER;
    Operator to = includesHigh ? Operator.AT_MOST : Operator.LESS;
    return new Condition.All(
        List.of(
            new Condition.Comparison(subject.row(), from, new Operand.Value(low)),
            new Condition.Comparison(subject.row(), to, new Operand.Value(high))));
  }
}
