package dev.amsshell.service.v2;

import dev.amsshell.job.JobState;
import dev.amsshell.query.Condition;
import dev.amsshell.query.Operand;
import dev.amsshell.query.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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
    return leaves(condition)
        .map(Conjuncts::obstacleOfLeaf)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The parts of a tree that have no parts themselves. */
  static Stream<Condition> leaves(Condition condition) {
    if (condition instanceof Condition.Not not) {
      return leaves(not.part());
    }
    if (condition instanceof Condition.All all) {
      return all.parts().stream().flatMap(Conjuncts::leaves);
    }
    if (condition instanceof Condition.Any any) {
      return any.parts().stream().flatMap(Conjuncts::leaves);
    }
    return Stream.of(condition);
  }

  private static String obstacleOfLeaf(Condition leaf) {
    if (leaf instanceof Condition.Here here) {
      return here.reason();
    }
    return values(leaf).stream()
        .map(Conjuncts::obstacleOfValue)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static List<Object> values(Condition leaf) {
    if (leaf instanceof Condition.Match match) {
      return List.of(match.part());
    }
    if (leaf instanceof Condition.Among among) {
      return List.copyOf(among.values());
    }
    return leaf instanceof Condition.Comparison comparison
            && comparison.right() instanceof Operand.Value value
        ? List.of(value.value())
        : List.of();
  }

  private static String obstacleOfValue(Object value) {
    if (value instanceof JobState state && WireStates.code(state).isEmpty()) {
      return "nobody knows the code of " + state;
    }
    return value instanceof String text && text.codePoints().anyMatch(Conjuncts::isSurrogate)
        ? "half a surrogate pair does not survive a URL"
        : null;
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
