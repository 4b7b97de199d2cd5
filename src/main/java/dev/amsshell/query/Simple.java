package dev.amsshell.query;

import java.util.ArrayList;
import java.util.List;

/** Predicate trees without what makes no difference. */
public final class Simple {
  private Simple() {}

  /**
   * A tree that means the same: a constant stands in it only if it is all there is, nothing is
   * joined with nothing, and nothing is negated twice.
   */
  public static Condition of(Condition condition) {
    if (condition instanceof Condition.Not not) {
      Condition part = of(not.part());
      if (part instanceof Condition.Not inner) {
        return inner.part();
      }
      return part instanceof Condition.Constant constant
          ? constant(!constant.value())
          : new Condition.Not(part);
    }
    if (condition instanceof Condition.All all) {
      return joined(all.parts(), true);
    }
    if (condition instanceof Condition.Any any) {
      return joined(any.parts(), false);
    }
    if (condition instanceof Condition.Among among && among.values().isEmpty()
        || condition instanceof Condition.Missing missing && !missing.property().isNullable()) {
      return Condition.FALSE;
    }
    return condition;
  }

  /**
   * @param neutral the constant that changes nothing; the other one decides alone
   */
  private static Condition joined(List<Condition> parts, boolean neutral) {
    List<Condition> simple = new ArrayList<>();
    for (Condition part : parts) {
      Condition each = of(part);
      if (each instanceof Condition.Constant constant) {
        if (constant.value() != neutral) {
          return each;
        }
      } else if (neutral && each instanceof Condition.All all) {
        simple.addAll(all.parts());
      } else if (!neutral && each instanceof Condition.Any any) {
        simple.addAll(any.parts());
      } else {
        simple.add(each);
      }
    }
    if (simple.size() < 2) {
      return simple.isEmpty() ? constant(neutral) : simple.get(0);
    }
    return neutral ? new Condition.All(simple) : new Condition.Any(simple);
  }

  private static Condition constant(boolean value) {
    return value ? Condition.TRUE : Condition.FALSE;
  }
}
