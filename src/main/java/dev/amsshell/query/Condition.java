package dev.amsshell.query;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A node of the predicate tree: what must hold of a row. It means the same wherever it is
 * evaluated: a missing value equals only a missing value and stands before or after nothing, and
 * {@code not} turns exactly that around.
 */
public sealed interface Condition {
  Condition TRUE = new Constant(true);
  Condition FALSE = new Constant(false);

  /**
   * Whether it holds of a row.
   *
   * @throws IllegalStateException when only the service can tell
   */
  boolean test(Object row);

  /** Always or never. */
  record Constant(boolean value) implements Condition {
    @Override
    public boolean test(Object row) {
      return value;
    }

    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /** Two values compared, at least one of them of the row. */
  record Comparison(Operand left, Operator operator, Operand right) implements Condition {
    @Override
    public boolean test(Object row) {
      return operator.holds(left.of(row), right.of(row));
    }

    @Override
    public String toString() {
      return left + " " + operator.symbol() + " " + right;
    }
  }

  /** Whether the row is without a value. */
  record Missing(Property property) implements Condition {
    @Override
    public boolean test(Object row) {
      return property.of(row) == null;
    }

    @Override
    public String toString() {
      return property + " == null";
    }
  }

  /** Where a text holds another; false for a missing text. */
  record Match(Property property, Place place, String part) implements Condition {
    /** Where in the text. */
    public enum Place {
      START("startsWith"),
      END("endsWith"),
      ANYWHERE("contains");

      private final String method;

      Place(String method) {
        this.method = method;
      }

      /** The method of strings that asks the same. */
      public String method() {
        return method;
      }
    }

    @Override
    public boolean test(Object row) {
      String text = (String) property.of(row);
      return text != null
          && switch (place) {
            case START -> text.startsWith(part);
            case END -> text.endsWith(part);
            case ANYWHERE -> text.contains(part);
          };
    }

    @Override
    public String toString() {
      return "%s.%s(%s)".formatted(property, place.method(), Spelling.of(part));
    }
  }

  /**
   * Whether a property is one of some values.
   *
   * @param values as the property accepts them, none missing; in the order in which they were given
   */
  record Among(Property property, Set<Object> values) implements Condition {
    public Among {
      values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    /** The same of values of which some may be there twice. */
    public Among(Property property, Collection<?> values) {
      this(property, new LinkedHashSet<>(values));
    }

    @Override
    public boolean test(Object row) {
      Object own = property.of(row);
      return values.contains(own instanceof Number number ? Values.plain(number) : own);
    }

    @Override
    public String toString() {
      return values.stream()
          .map(Spelling::of)
          .collect(Collectors.joining(", ", property + " in [", "]"));
    }
  }

  /** Whether all hold. */
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean test(Object row) {
      return parts.stream().allMatch(each -> each.test(row));
    }

    @Override
    public String toString() {
      return joined(parts, " && ");
    }
  }

  /** Whether at least one holds. */
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean test(Object row) {
      return parts.stream().anyMatch(each -> each.test(row));
    }

    @Override
    public String toString() {
      return joined(parts, " || ");
    }
  }

  /** Whether it does not hold. */
  record Not(Condition part) implements Condition {
    @Override
    public boolean test(Object row) {
      return !part.test(row);
    }

    @Override
    public String toString() {
      return "!(" + part + ")";
    }
  }

  /** Text in the dialect's own language, passed through as it is. */
  record Raw(String text) implements Condition {
    @Override
    public boolean test(Object row) {
      throw new IllegalStateException(
          "only the service can tell where(raw: '%s'); put it before any limit".formatted(text));
    }

    @Override
    public String toString() {
      return "raw '" + text + "'";
    }
  }

  /**
   * What cannot be sent and is evaluated here.
   *
   * @param text as a person would write it
   * @param reason why it cannot be sent
   * @param test tells of a row
   */
  record Here(String text, String reason, Predicate<Object> test) implements Condition {
    public Here {
      Objects.requireNonNull(test, "test is null");
    }

    @Override
    public boolean test(Object row) {
      return test.test(row);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static String joined(List<Condition> parts, String word) {
    return parts.stream()
        .map(each -> each instanceof All || each instanceof Any ? "(" + each + ")" : each + "")
        .collect(Collectors.joining(word));
  }
}
