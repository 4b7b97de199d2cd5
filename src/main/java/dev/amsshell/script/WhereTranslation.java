package dev.amsshell.script;

import dev.amsshell.dsl.WhereNode;
import dev.amsshell.dsl.WhereNode.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.NotExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.RangeExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.syntax.Types;

/**
 * Translates the expression of a {@code where { }} to a {@link WhereNode}. Whatever is the script's
 * own becomes an operand, which is evaluated when the query is built.
 */
final class WhereTranslation {
  private static final Map<Integer, String> COMPARISONS =
      Map.of(
          Types.COMPARE_EQUAL, "==",
          Types.COMPARE_NOT_EQUAL, "!=",
          Types.COMPARE_LESS_THAN, "<",
          Types.COMPARE_LESS_THAN_EQUAL, "<=",
          Types.COMPARE_GREATER_THAN, ">",
          Types.COMPARE_GREATER_THAN_EQUAL, ">=");
  private static final Set<String> MATCHES = Set.of("startsWith", "endsWith", "contains");
  private static final Map<String, String> STATE_TESTS =
      Map.of("isFinal", "final", "isActive", "active");

  /** A longer one is evaluated as a whole. */
  private static final int LONGEST_LIST = 100;

  private final WhereValues values;
  private final WhereExcerpt excerpt;

  WhereTranslation(WhereValues values, WhereExcerpt excerpt) {
    this.values = values;
    this.excerpt = excerpt;
  }

  /**
   * What the closure asks.
   *
   * @throws WhereProblem when that cannot be told or sent
   */
  WhereNode translate(ClosureExpression closure) {
    return condition(new WhereBody(excerpt).expression(closure));
  }

  private WhereNode condition(Expression expression) {
    if (expression instanceof BooleanExpression wrapper && !(expression instanceof NotExpression)) {
      return condition(wrapper.getExpression());
    }
    if (!values.mayMentionRow(expression)) {
      return WhereValues.node(Kind.TRUTH, expression, values.operand(expression));
    }
    if (expression instanceof NotExpression not) {
      return WhereValues.node(Kind.NOT, expression, condition(not.getExpression()));
    }
    if (expression instanceof BinaryExpression binary) {
      return binary(binary);
    }
    if (expression instanceof MethodCallExpression call) {
      return call(call);
    }
    if (expression instanceof PropertyExpression property
        && STATE_TESTS.containsValue(property.getPropertyAsString())) {
      WhereNode state = values.subject(property.getObjectExpression());
      if (state != null) {
        return WhereValues.node(
            Kind.STATE_IS, property, property.getPropertyAsString(), state, values.whole(property));
      }
    }
    WhereNode subject = values.subject(expression);
    if (subject == null) {
      return other(expression);
    }
    return WhereValues.node(Kind.TRUTH, expression, subject);
  }

  private WhereNode binary(BinaryExpression binary) {
    int operation = binary.getOperation().getType();
    Expression left = binary.getLeftExpression();
    Expression right = binary.getRightExpression();
    if (COMPARISONS.containsKey(operation)) {
      if (isTest(left) && isBoolean(right)) {
        return test(binary, left, right);
      }
      if (isTest(right) && isBoolean(left)) {
        return test(binary, right, left);
      }
      return WhereValues.node(
          Kind.COMPARE,
          binary,
          COMPARISONS.get(operation),
          values.operand(left),
          values.operand(right),
          values.whole(binary));
    }
    return switch (operation) {
      case Types.LOGICAL_AND, Types.LOGICAL_OR ->
          WhereValues.node(
              operation == Types.LOGICAL_AND ? Kind.ALL : Kind.ANY,
              binary,
              parts(operation, binary).stream().map(this::condition).toArray());
      case Types.KEYWORD_IN -> in(binary);
      case Types.COMPARE_NOT_IN -> WhereValues.node(Kind.NOT, binary, in(binary));
      case Types.ASSIGN ->
          throw WhereValues.problem(
              binary, excerpt.of(binary) + " assigns; did you mean == instead of =?");
      case Types.FIND_REGEX, Types.MATCH_REGEX ->
          WhereValues.node(
              Kind.TRUTH, binary, values.value(binary, excerpt.of(binary) + " is a pattern and"));
      default -> other(binary);
    };
  }

  /** A value after all, or what cannot be sent. */
  private WhereNode other(Expression expression) {
    return WhereValues.node(
        Kind.TRUTH, expression, values.value(expression, excerpt.of(expression)));
  }

  /** As in {@code state.final == true}. */
  private WhereNode test(BinaryExpression binary, Expression test, Expression literal) {
    boolean isEqual = binary.getOperation().getType() == Types.COMPARE_EQUAL;
    boolean isUnequal = binary.getOperation().getType() == Types.COMPARE_NOT_EQUAL;
    WhereNode node = condition(test);
    if (!isEqual && !isUnequal || node.kind() == Kind.TRUTH) {
      return other(binary);
    }
    boolean isTrue = Boolean.TRUE.equals(((ConstantExpression) literal).getValue());
    return isEqual == isTrue ? node : WhereValues.node(Kind.NOT, binary, node);
  }

  private boolean isTest(Expression expression) {
    return values.subject(expression) == null && values.mayMentionRow(expression);
  }

  private static boolean isBoolean(Expression expression) {
    return expression instanceof ConstantExpression constant
        && constant.getValue() instanceof Boolean;
  }

  /** A long chain leans to the left; it becomes one node. */
  private static List<Expression> parts(int operation, BinaryExpression chain) {
    List<Expression> parts = new ArrayList<>();
    Expression rest = chain;
    while (rest instanceof BinaryExpression binary
        && binary.getOperation().getType() == operation) {
      parts.add(0, binary.getRightExpression());
      rest = binary.getLeftExpression();
    }
    parts.add(0, rest);
    return parts;
  }

  private WhereNode in(BinaryExpression binary) {
    Expression choices = binary.getRightExpression();
    WhereNode subject = values.operand(binary.getLeftExpression());
    return WhereValues.node(Kind.IN, binary, subject, choices(choices), values.whole(binary));
  }

  private WhereNode choices(Expression choices) {
    if (choices instanceof RangeExpression range) {
      return WhereValues.node(
          Kind.RANGE,
          range,
          !range.isExclusiveLeft(),
          !range.isExclusiveRight(),
          values.operand(range.getFrom()),
          values.operand(range.getTo()));
    }
    if (choices instanceof ListExpression list
        && list.getExpressions().size() <= LONGEST_LIST
        && list.getExpressions().stream().noneMatch(SpreadExpression.class::isInstance)) {
      return WhereValues.node(
          Kind.LIST, list, list.getExpressions().stream().map(values::operand).toArray());
    }
    return values.operand(choices);
  }

  private WhereNode call(MethodCallExpression call) {
    WhereNode subject = call.isSpreadSafe() ? null : values.subject(call.getObjectExpression());
    List<Expression> arguments = WhereValues.arguments(call);
    String method = call.getMethodAsString();
    if (subject != null && MATCHES.contains(method) && arguments.size() == 1) {
      return WhereValues.node(
          Kind.MATCH, call, method, subject, values.operand(arguments.get(0)), values.whole(call));
    }
    if (subject != null && STATE_TESTS.containsKey(method) && arguments.isEmpty()) {
      return WhereValues.node(
          Kind.STATE_IS, call, STATE_TESTS.get(method), subject, values.whole(call));
    }
    return other(call);
  }
}
