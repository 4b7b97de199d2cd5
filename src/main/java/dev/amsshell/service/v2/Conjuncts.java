package dev.amsshell.service.v2;

import dev.amsshell.query.Condition;
import dev.amsshell.query.Operand;
import dev.amsshell.query.Simple;
import java.util.ArrayList;
import java.util.List;

/** A predicate tree as the parts that must all hold. */
final class Conjuncts {
  private Conjuncts() {}

  /** The parts; none when it always holds, one FALSE when it never does. */
  static List<Condition> of(Condition condition) {
    Condition simple = Simple.of(condition);
    List<Condition> parts = new ArrayList<>();
    if (!simple.equals(Condition.TRUE)) {
      collect(simple, false, parts);
    }
    return parts;
  }

  private static void collect(Condition condition, boolean isNegated, List<Condition> parts) {
    if (condition instanceof Condition.Not not) {
      collect(not.part(), !isNegated, parts);
    } else if (condition instanceof Condition.All all && !isNegated) {
      all.parts().forEach(part -> collect(part, false, parts));
    } else if (condition instanceof Condition.Any any && isNegated) {
      any.parts().forEach(part -> collect(part, true, parts));
    } else {
      parts.add(isNegated ? new Condition.Not(condition) : condition);
    }
  }

  /** Why a part cannot be sent, or null when it can. */
  static String obstacle(Condition condition) {
    if (condition instanceof Condition.Here here) {
      return here.reason();
    }
    if (condition instanceof Condition.Not not) {
      return obstacle(not.part());
    }
    if (condition instanceof Condition.All all) {
      return first(all.parts());
    }
    if (condition instanceof Condition.Any any) {
      return first(any.parts());
    }
    boolean isWhole =
        condition instanceof Condition.Match match
            ? isWellFormed(match.part())
            : condition instanceof Condition.Among among
                ? among.values().stream().allMatch(Conjuncts::isWellFormed)
                : !(condition instanceof Condition.Comparison comparison)
                    || isWellFormed(comparison.left()) && isWellFormed(comparison.right());
    return isWhole ? null : "half a surrogate pair does not survive a URL";
  }

  private static String first(List<Condition> parts) {
    for (Condition part : parts) {
      String obstacle = obstacle(part);
      if (obstacle != null) {
        return obstacle;
      }
    }
    return null;
  }

  private static boolean isWellFormed(Object value) {
    if (value instanceof Operand.Value operand) {
      return isWellFormed(operand.value());
    }
    return !(value instanceof String text)
        || text.codePoints()
            .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
