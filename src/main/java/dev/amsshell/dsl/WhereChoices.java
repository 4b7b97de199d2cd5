package dev.amsshell.dsl;

import dev.amsshell.dsl.WhereOperands.Side;
import dev.amsshell.job.JobState;
import dev.amsshell.query.Condition;
import dev.amsshell.query.Operand;
import dev.amsshell.query.Operator;
import dev.amsshell.query.Simple;
import groovy.lang.EmptyRange;
import groovy.lang.NumberRange;
import groovy.lang.Range;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;

/** What {@code in} means: a list, a range, or whatever a variable holds. */
final class WhereChoices {
  private final WhereOperands operands;
  private final WhereComparisons comparisons;

  WhereChoices(WhereOperands operands, WhereComparisons comparisons) {
    this.operands = operands;
    this.comparisons = comparisons;
  }

  Condition in(WhereNode node) {
    Side subject = operands.of(node.node(0));
    WhereNode choices = node.node(1);
    return switch (choices.kind()) {
      case LIST -> among(node, subject, choices.nodes().stream().map(operands::of).toList());
      case RANGE ->
          comparisons.between(
              row(choices, subject),
              operands.of(choices.node(2)),
              Boolean.parseBoolean(choices.text(0)),
              operands.of(choices.node(3)),
              Boolean.parseBoolean(choices.text(1)));
      default -> held(node, subject, operands.of(choices));
    };
  }

  /** A list that is written in place may hold properties, too. */
  private Condition among(WhereNode place, Side subject, List<Side> choices) {
    boolean isPlain =
        subject.row() instanceof Operand.Of && choices.stream().noneMatch(Side::isRow);
    List<Condition> parts = new ArrayList<>();
    if (isPlain) {
      List<Object> values =
          choices.stream()
              .filter(each -> each.value() != null)
              .map(each -> comparisons.accepted(subject, each))
              .toList();
      parts.add(new Condition.Among(subject.property(), values));
      if (choices.stream().anyMatch(each -> each.value() == null)) {
        parts.add(new Condition.Missing(subject.property()));
      }
    } else {
      for (Side choice : choices) {
        boolean isRow = subject.isRow() || choice.isRow();
        parts.add(
            isRow
                ? comparisons.compare(place, Operator.EQUAL, subject, choice)
                : new Condition.Constant(
                    DefaultTypeTransformation.compareEqual(subject.value(), choice.value())));
      }
    }
    return Simple.of(new Condition.Any(parts));
  }

  private Condition held(WhereNode place, Side subject, Side choices) {
    if (choices.isRow()) {
      throw operands.refused(
          choices.node(),
          "%s is no list; write == to compare two properties".formatted(choices.property()));
    }
    Side row = row(place, subject);
    Object value = choices.value();
    if (choices.isUnknown()) {
      return WhereBuilder.unknown();
    }
    if (value instanceof EmptyRange<?>) {
      return Condition.FALSE;
    }
    if (value instanceof Range<?> range
        && !(range.getFrom() instanceof CharSequence)
        && !hasSteps(range)) {
      // there is no other way to ask it whether it includes its ends
      return comparisons.between(
          row,
          at(choices, range.getFrom()),
          range.containsWithinBounds(range.getFrom()),
          at(choices, range.getTo()),
          range.containsWithinBounds(range.getTo()));
    }
    if (value instanceof CharSequence || value instanceof JobState) {
      return comparisons.compare(place, Operator.EQUAL, row, choices);
    }
    List<Side> sides = new ArrayList<>();
    for (Object each : elements(choices.node(), value)) {
      sides.add(at(choices, each));
    }
    return among(place, row, sides);
  }

  /** Then it is not all that lies between its ends. */
  private static boolean hasSteps(Range<?> range) {
    return range instanceof NumberRange numbers
        && !DefaultTypeTransformation.compareEqual(numbers.getStepSize(), 1);
  }

  private Iterable<?> elements(WhereNode place, Object value) {
    if (value instanceof Iterable<?> iterable) {
      return iterable;
    }
    if (value != null && value.getClass().isArray()) {
      return DefaultTypeTransformation.asCollection(value);
    }
    throw operands.refused(place, "behind 'in' goes a list, an array or a range");
  }

  private Side row(WhereNode place, Side subject) {
    if (!subject.isRow()) {
      throw operands.refused(
          place, "a property must stand before 'in'; filter { } evaluates anything else here");
    }
    return subject;
  }

  private static Side at(Side place, Object value) {
    return new Side(place.node(), null, null, value);
  }
}
