package dev.amsshell.service.v2;

import dev.amsshell.query.Condition;
import dev.amsshell.query.Operand;
import dev.amsshell.query.Operator;
import dev.amsshell.query.Property;
import dev.amsshell.query.Simple;
import dev.amsshell.query.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints a predicate tree as {@code $filter} (wire sheet 5.2).
 *
 * <p>Nobody knows whether the service compares missing values in two or in three truth values.
 * Therefore negations are pushed down to the comparisons, and where a missing value makes a
 * difference, that is written out: the text means the same to both.
 */
final class FilterPrinter {
  private final EntitySet<?> set;

  FilterPrinter(EntitySet<?> set) {
    this.set = set;
  }

  /** The filter. Of the tree nothing may be for here only. */
  String print(Condition condition) {
    return text(Simple.of(condition), false).filter();
  }

  /** How tightly the outermost operator of a text binds. */
  private enum Binding {
    OR,
    AND,
    TIGHT
  }

  private record Text(String filter, Binding binding) {
    static Text tight(String filter) {
      return new Text(filter, Binding.TIGHT);
    }

    String within(Binding outer) {
      return binding.compareTo(outer) < 0 ? "(" + filter + ")" : filter;
    }
  }

  private Text text(Condition condition, boolean isNegated) {
    if (condition instanceof Condition.Not not) {
      return text(not.part(), !isNegated);
    }
    if (condition instanceof Condition.All all) {
      return joined(isNegated ? Binding.OR : Binding.AND, texts(all.parts(), isNegated));
    }
    if (condition instanceof Condition.Any any) {
      return joined(isNegated ? Binding.AND : Binding.OR, texts(any.parts(), isNegated));
    }
    if (condition instanceof Condition.Comparison comparison) {
      return comparison(comparison, isNegated);
    }
    if (condition instanceof Condition.Among among) {
      return among(among, isNegated);
    }
    if (condition instanceof Condition.Match match) {
      Text call = Text.tight(call(match));
      return isNegated ? orMissing(Text.tight("not " + call.filter()), match.property()) : call;
    }
    if (condition instanceof Condition.Missing missing) {
      return missing(missing.property(), isNegated);
    }
    if (condition instanceof Condition.Constant constant) {
      return Text.tight(Boolean.toString(constant.value() != isNegated));
    }
    if (condition instanceof Condition.Raw raw) {
      return Text.tight((isNegated ? "not (" : "(") + raw.text() + ")");
    }
    throw new IllegalArgumentException("cannot be sent: " + condition);
  }

  private List<Text> texts(List<Condition> parts, boolean isNegated) {
    return parts.stream().map(part -> text(part, isNegated)).toList();
  }

  private Text comparison(Condition.Comparison comparison, boolean isNegated) {
    Operator operator = comparison.operator();
    Operator sent = isNegated ? operator.negated() : operator;
    Text plain =
        Text.tight(
            operand(comparison.left()) + " " + word(sent) + " " + operand(comparison.right()));
    Property left = nullable(comparison.left());
    Property right = nullable(comparison.right());
    return switch (sent) {
      case EQUAL ->
          left != null && right != null
              ? joined(Binding.OR, List.of(plain, both(left, false, right, false)))
              : plain;
      case UNEQUAL ->
          left != null && right != null
              ? joined(
                  Binding.OR,
                  List.of(plain, both(left, false, right, true), both(left, true, right, false)))
              : orMissing(orMissing(plain, left), right);
      default ->
          isNegated ? orMissing(orMissing(plain, left), right) : andPresent(plain, comparison);
    };
  }

  /** Some services put a missing text before all others. */
  private Text andPresent(Text plain, Condition.Comparison comparison) {
    List<Text> parts = new ArrayList<>(List.of(plain));
    for (Operand operand : List.of(comparison.left(), comparison.right())) {
      if (operand instanceof Operand.Of of
          && of.property().isNullable()
          && of.property().type() == Type.TEXT) {
        parts.add(missing(of.property(), true));
      }
    }
    return joined(Binding.AND, parts);
  }

  private Text among(Condition.Among among, boolean isNegated) {
    String name = set.name(among.property());
    Text chain =
        joined(
            isNegated ? Binding.AND : Binding.OR,
            among.values().stream()
                .map(value -> Text.tight(name + (isNegated ? " ne " : " eq ") + Literals.of(value)))
                .toList());
    return isNegated ? orMissing(chain, among.property()) : chain;
  }

  private String call(Condition.Match match) {
    String name = set.name(match.property());
    String part = Literals.string(match.part());
    return switch (match.place()) {
      case START -> "startswith(" + name + "," + part + ")";
      case END -> "endswith(" + name + "," + part + ")";
      case ANYWHERE -> "substringof(" + part + "," + name + ")";
    };
  }

  /** A property that no row is without is not compared with null, which could be refused. */
  private Text missing(Property property, boolean isNegated) {
    return property.isNullable()
        ? Text.tight(set.name(property) + (isNegated ? " ne null" : " eq null"))
        : Text.tight(Boolean.toString(isNegated));
  }

  private Text both(Property left, boolean hasLeft, Property right, boolean hasRight) {
    return joined(Binding.AND, List.of(missing(left, hasLeft), missing(right, hasRight)));
  }

  private Text orMissing(Text text, Property property) {
    return property == null || !property.isNullable()
        ? text
        : joined(Binding.OR, List.of(text, missing(property, false)));
  }

  private static Text joined(Binding binding, List<Text> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    String word = binding == Binding.OR ? " or " : " and ";
    return new Text(
        parts.stream().map(part -> part.within(binding)).collect(Collectors.joining(word)),
        binding);
  }

  private String operand(Operand operand) {
    if (operand instanceof Operand.Of of) {
      return set.name(of.property());
    }
    if (operand instanceof Operand.Length length) {
      return "length(" + set.name(length.property()) + ")";
    }
    return Literals.of(((Operand.Value) operand).value());
  }

  private static Property nullable(Operand operand) {
    Property property =
        operand instanceof Operand.Of of
            ? of.property()
            : operand instanceof Operand.Length length ? length.property() : null;
    return property == null || !property.isNullable() ? null : property;
  }

  private static String word(Operator operator) {
    return switch (operator) {
      case EQUAL -> "eq";
      case UNEQUAL -> "ne";
      case LESS -> "lt";
      case AT_MOST -> "le";
      case GREATER -> "gt";
      case AT_LEAST -> "ge";
    };
  }
}
