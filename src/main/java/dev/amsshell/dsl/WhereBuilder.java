package dev.amsshell.dsl;

import dev.amsshell.dsl.WhereOperands.Side;
import dev.amsshell.query.Condition;
import dev.amsshell.query.Entity;
import dev.amsshell.query.Operand;
import dev.amsshell.query.Operator;
import dev.amsshell.query.Simple;
import dev.amsshell.query.States;
import dev.amsshell.query.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;

/**
 * Makes the predicate tree of what stands in a {@code where { }}. Operands are evaluated from left
 * to right, and only as far as {@code &&} and {@code ||} need them.
 */
public final class WhereBuilder {
  private final WhereOperands operands;
  private final WhereComparisons comparisons;
  private final WhereChoices choices;

  WhereBuilder(
      Entity<?> entity, UnaryOperator<String> jobId, String file, IntFunction<Object> values) {
    operands = new WhereOperands(entity, file, values);
    comparisons = new WhereComparisons(operands, jobId);
    choices = new WhereChoices(operands, comparisons);
  }

  /**
   * Says what is wrong whatever the values of operands are.
   *
   * @throws WhereRefused when something is
   */
  public static void check(WhereNode node, Entity<?> entity, String file) {
    new WhereBuilder(entity, UnaryOperator.identity(), file, each -> WhereOperands.UNKNOWN)
        .condition(node);
  }

  /**
   * The condition.
   *
   * @throws WhereRefused when the service cannot be asked
   */
  Condition condition(WhereNode node) {
    return switch (node.kind()) {
      case ALL -> joined(node.nodes(), Condition.FALSE, Condition.All::new);
      case ANY -> joined(node.nodes(), Condition.TRUE, Condition.Any::new);
      case NOT -> not(condition(node.node(0)));
      case TRUTH -> truth(operands.of(node.node(0)));
      case REFUSE -> throw operands.refused(node, node.text(0));
      case COMPARE, IN, MATCH, STATE_IS -> operands.mentionsRow(node) ? leaf(node) : constant(node);
      default -> throw new IllegalArgumentException(node.kind() + " is no condition");
    };
  }

  private Condition leaf(WhereNode node) {
    return switch (node.kind()) {
      case COMPARE ->
          comparisons.compare(
              node,
              Operator.of(node.text(0)),
              operands.of(node.node(1)),
              operands.of(node.node(2)));
      case IN -> choices.in(node);
      case MATCH -> match(node);
      default -> state(node);
    };
  }

  /** A condition without anything of the row, evaluated by Groovy as a whole. */
  private Condition constant(WhereNode node) {
    return constant(operands.evaluate(node, node.number(node.parts().size() - 1)));
  }

  private static Condition constant(Object value) {
    if (value == WhereOperands.UNKNOWN) {
      return unknown();
    }
    return DefaultTypeTransformation.castToBoolean(value) ? Condition.TRUE : Condition.FALSE;
  }

  /** What cannot be told before the script runs; never sent. */
  static Condition unknown() {
    return new Condition.Raw("?");
  }

  /**
   * @param decisive what settles the whole, so that nothing after it is evaluated
   */
  private Condition joined(
      List<WhereNode> nodes, Condition decisive, Function<List<Condition>, Condition> join) {
    List<Condition> parts = new ArrayList<>();
    for (WhereNode node : nodes) {
      Condition part = condition(node);
      if (part.equals(decisive)) {
        return part;
      }
      parts.add(part);
    }
    return Simple.of(join.apply(parts));
  }

  private static Condition not(Condition part) {
    return Simple.of(new Condition.Not(part));
  }

  private Condition truth(Side side) {
    if (!side.isRow()) {
      return constant(side.value());
    }
    Condition missing = new Condition.Missing(side.property());
    boolean isText = side.type() == Type.TEXT && side.property().isNullable();
    if (side.type() == Type.TIME) {
      return not(missing);
    }
    if (!isText || side.row() instanceof Operand.Length) {
      throw operands.refused(
          side.node(),
          "%s is %s and no condition by itself; compare it with something"
              .formatted(side.property(), side.type().label()));
    }
    Condition empty = new Condition.Comparison(side.row(), Operator.EQUAL, new Operand.Value(""));
    return not(new Condition.Any(List.of(missing, empty)));
  }

  private Condition match(WhereNode node) {
    Side subject = operands.of(node.node(1));
    Side part = operands.of(node.node(2));
    if (!subject.isRow() || part.isRow()) {
      throw operands.refused(
          node,
          "%s takes no property of the row where the service is asked; filter { } evaluates it here"
              .formatted(node.text(0)));
    }
    if (subject.type() != Type.TEXT) {
      throw operands.refused(
          node,
          "%s is %s and is compared as a whole; filter { } evaluates %s here"
              .formatted(subject.property(), subject.type().label(), node.text(0)));
    }
    if (part.isUnknown()) {
      return unknown();
    }
    if (!(part.value() instanceof CharSequence)) {
      throw operands.refused(
          part.node(), "%s takes text, not %s".formatted(node.text(0), part.value()));
    }
    Condition.Match.Place place =
        switch (node.text(0)) {
          case "startsWith" -> Condition.Match.Place.START;
          case "endsWith" -> Condition.Match.Place.END;
          default -> Condition.Match.Place.ANYWHERE;
        };
    return new Condition.Match(subject.property(), place, part.value().toString());
  }

  private Condition state(WhereNode node) {
    Side subject = operands.of(node.node(1));
    if (subject.type() != Type.STATE) {
      throw operands.refused(
          node,
          "%s is %s and not a state; only states are final or active"
              .formatted(subject.property(), subject.type().label()));
    }
    Condition isFinal = States.isFinal(subject.property());
    return node.text(0).equals("final") ? isFinal : not(isFinal);
  }
}
