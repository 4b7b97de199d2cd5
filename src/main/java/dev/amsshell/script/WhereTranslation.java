package dev.amsshell.script;

import dev.amsshell.dsl.WhereNames;
import dev.amsshell.dsl.WhereNode;
import dev.amsshell.dsl.WhereNode.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
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
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
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
  private static final Set<String> LENGTHS = Set.of("length", "size");
  private static final Map<String, String> STATE_TESTS =
      Map.of("isFinal", "final", "isActive", "active");
  private static final Set<Class<?>> LITERALS =
      Set.of(String.class, Integer.class, Long.class, BigDecimal.class, Boolean.class);

  /** A longer one is evaluated as a whole. */
  private static final int LONGEST_LIST = 100;

  private final WhereScope scope;
  private final boolean isOnly;
  private final WhereExcerpt excerpt;
  private final List<Expression> operands = new ArrayList<>();

  /**
   * @param isOnly whether the closure itself is dropped, so that its expressions need no copy
   */
  WhereTranslation(WhereScope scope, boolean isOnly, WhereExcerpt excerpt) {
    this.scope = scope;
    this.isOnly = isOnly;
    this.excerpt = excerpt;
  }

  /** The expressions that nodes refer to by their numbers. */
  List<Expression> operands() {
    return operands;
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
    if (WhereMentions.of(expression, scope).isEmpty()) {
      return node(Kind.TRUTH, expression, operand(expression));
    }
    if (expression instanceof NotExpression not) {
      return node(Kind.NOT, expression, condition(not.getExpression()));
    }
    if (expression instanceof BinaryExpression binary) {
      return binary(binary);
    }
    if (expression instanceof MethodCallExpression call) {
      return call(call);
    }
    if (expression instanceof PropertyExpression property
        && STATE_TESTS.containsValue(property.getPropertyAsString())) {
      WhereNode state = subject(property.getObjectExpression());
      if (state != null) {
        return node(
            Kind.STATE_IS, property, property.getPropertyAsString(), state, whole(property));
      }
    }
    WhereNode subject = subject(expression);
    if (subject == null) {
      throw refused(expression);
    }
    return node(Kind.TRUTH, expression, subject);
  }

  private WhereNode binary(BinaryExpression binary) {
    int operation = binary.getOperation().getType();
    Expression left = binary.getLeftExpression();
    Expression right = binary.getRightExpression();
    if (COMPARISONS.containsKey(operation)) {
      if (isTest(left) && isBoolean(right)) {
        return test(binary, left, right);
      }
      return node(
          Kind.COMPARE,
          binary,
          COMPARISONS.get(operation),
          operand(left),
          operand(right),
          whole(binary));
    }
    return switch (operation) {
      case Types.LOGICAL_AND, Types.LOGICAL_OR ->
          node(
              operation == Types.LOGICAL_AND ? Kind.ALL : Kind.ANY,
              binary,
              parts(operation, binary).stream().map(this::condition).toArray());
      case Types.KEYWORD_IN -> in(binary);
      case Types.COMPARE_NOT_IN -> node(Kind.NOT, binary, in(binary));
      case Types.ASSIGN ->
          throw problem(binary, excerpt.of(binary) + " assigns; did you mean == instead of =?");
      case Types.FIND_REGEX, Types.MATCH_REGEX ->
          throw problem(
              binary,
              excerpt.of(binary)
                  + " cannot be sent to the service: it knows no patterns; use startsWith,"
                  + " endsWith or contains, or filter { }, which is evaluated here");
      default -> throw refused(binary);
    };
  }

  /** As in {@code state.final == true}. */
  private WhereNode test(BinaryExpression binary, Expression test, Expression literal) {
    boolean isEqual = binary.getOperation().getType() == Types.COMPARE_EQUAL;
    boolean isUnequal = binary.getOperation().getType() == Types.COMPARE_NOT_EQUAL;
    if (!isEqual && !isUnequal) {
      throw refused(binary);
    }
    boolean isTrue = Boolean.TRUE.equals(((ConstantExpression) literal).getValue());
    return isEqual == isTrue ? condition(test) : node(Kind.NOT, binary, condition(test));
  }

  private boolean isTest(Expression expression) {
    return subject(expression) == null && !WhereMentions.of(expression, scope).isEmpty();
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
    WhereNode subject = operand(binary.getLeftExpression());
    return node(Kind.IN, binary, subject, choices(choices), whole(binary));
  }

  private WhereNode choices(Expression choices) {
    if (choices instanceof RangeExpression range) {
      return node(
          Kind.RANGE,
          range,
          !range.isExclusiveLeft(),
          !range.isExclusiveRight(),
          operand(range.getFrom()),
          operand(range.getTo()));
    }
    if (choices instanceof ListExpression list
        && list.getExpressions().size() <= LONGEST_LIST
        && list.getExpressions().stream().noneMatch(SpreadExpression.class::isInstance)) {
      return node(Kind.LIST, list, list.getExpressions().stream().map(this::operand).toArray());
    }
    return operand(choices);
  }

  private WhereNode call(MethodCallExpression call) {
    WhereNode subject = call.isSpreadSafe() ? null : subject(call.getObjectExpression());
    List<Expression> arguments = arguments(call);
    String method = call.getMethodAsString();
    if (subject != null && MATCHES.contains(method) && arguments.size() == 1) {
      return node(Kind.MATCH, call, method, subject, operand(arguments.get(0)), whole(call));
    }
    if (subject != null && STATE_TESTS.containsKey(method) && arguments.isEmpty()) {
      return node(Kind.STATE_IS, call, STATE_TESTS.get(method), subject, whole(call));
    }
    throw refused(call);
  }

  private static List<Expression> arguments(MethodCallExpression call) {
    return call.getArguments() instanceof TupleExpression tuple
        ? tuple.getExpressions()
        : List.of(call.getArguments());
  }

  /** One side of a comparison. */
  private WhereNode operand(Expression expression) {
    if (expression instanceof ConstantExpression constant && isLiteral(constant.getValue())) {
      Object value = constant.getValue();
      return node(
          Kind.LITERAL,
          expression,
          value == null ? "null" : value.getClass().getSimpleName(),
          value);
    }
    WhereNode subject = subject(expression);
    if (subject != null) {
      return subject;
    }
    if (expression instanceof MethodCallExpression call
        && LENGTHS.contains(call.getMethodAsString())
        && arguments(call).isEmpty()
        && !call.isSpreadSafe()) {
      WhereNode measured = subject(call.getObjectExpression());
      if (measured != null) {
        return node(Kind.LENGTH, call, measured);
      }
    }
    return value(expression);
  }

  private static boolean isLiteral(Object value) {
    return value == null || LITERALS.contains(value.getClass());
  }

  private WhereNode value(Expression expression) {
    WhereMentions mentions = WhereMentions.of(expression, scope);
    if (isCertain(mentions)) {
      throw refused(expression);
    }
    List<Object> parts = new ArrayList<>();
    parts.add(excerpt.of(expression));
    parts.add(add(isOnly ? expression : WhereCopy.of(expression)));
    for (VariableExpression name : mentions.names()) {
      parts.add(node(scope.kind(name), name, name.getName(), WhereNode.NONE));
    }
    return node(Kind.VALUE, expression, parts.toArray());
  }

  /** A property of the row or what may be one; null for anything else. */
  private WhereNode subject(Expression expression) {
    String property = scope.propertyName(expression);
    if (property != null) {
      return node(Kind.PROPERTY, expression, property);
    }
    if (!(expression instanceof VariableExpression variable) || scope.kind(variable) == null) {
      return null;
    }
    Kind kind = scope.kind(variable);
    return kind == Kind.PROPERTY
        ? node(kind, variable, variable.getName())
        : node(kind, variable, variable.getName(), add(WhereCopy.of(variable)));
  }

  /** The operand that is all of a condition, for the case that nothing in it is of the row. */
  private int whole(Expression expression) {
    return isCertain(WhereMentions.of(expression, scope))
        ? WhereNode.NONE
        : add(WhereCopy.of(expression));
  }

  /** Whether something is of the row, whatever the rows are. */
  private boolean isCertain(WhereMentions mentions) {
    return mentions.hasRow()
        || mentions.names().stream().anyMatch(each -> scope.kind(each) == Kind.PROPERTY);
  }

  private int add(Expression operand) {
    operands.add(operand);
    return operands.size() - 1;
  }

  private static WhereNode node(Kind kind, ASTNode place, Object... parts) {
    return WhereNode.of(kind, place.getLineNumber(), place.getColumnNumber(), parts);
  }

  private WhereProblem refused(Expression expression) {
    List<String> names = WhereMentions.of(expression, scope).properties();
    return problem(expression, WhereNames.refusal(scope.entity(), excerpt.of(expression), names));
  }

  private static WhereProblem problem(ASTNode place, String message) {
    return new WhereProblem(message, place.getLineNumber(), place.getColumnNumber());
  }
}
