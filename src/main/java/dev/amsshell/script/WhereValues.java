package dev.amsshell.script;

import dev.amsshell.dsl.WhereNames;
import dev.amsshell.dsl.WhereNode;
import dev.amsshell.dsl.WhereNode.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/**
 * The sides of comparisons in a {@code where { }}: properties of the row, and the script's own
 * expressions, which become operands.
 */
final class WhereValues {
  private static final Set<String> LENGTHS = Set.of("length", "size");
  private static final Set<Class<?>> LITERALS =
      Set.of(String.class, Integer.class, Long.class, BigDecimal.class, Boolean.class);

  private final WhereScope scope;
  private final boolean isOnly;
  private final WhereExcerpt excerpt;
  private final List<Expression> operands = new ArrayList<>();

  /**
   * @param isOnly whether the closure itself is dropped, so that its expressions need no copy
   */
  WhereValues(WhereScope scope, boolean isOnly, WhereExcerpt excerpt) {
    this.scope = scope;
    this.isOnly = isOnly;
    this.excerpt = excerpt;
  }

  /** The expressions that nodes refer to by their numbers. */
  List<Expression> operands() {
    return operands;
  }

  /** Whether something in it is or could be of the row. */
  boolean mayMentionRow(Expression expression) {
    return !WhereMentions.of(expression, scope).isEmpty();
  }

  /** The arguments of a call. */
  static List<Expression> arguments(MethodCallExpression call) {
    return call.getArguments() instanceof TupleExpression tuple
        ? tuple.getExpressions()
        : List.of(call.getArguments());
  }

  /** One side of a comparison. */
  WhereNode operand(Expression expression) {
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
    return value(expression, excerpt.of(expression));
  }

  private static boolean isLiteral(Object value) {
    return value == null || LITERALS.contains(value.getClass());
  }

  /**
   * An expression of the script's own.
   *
   * @param text what to call it where it turns out to be of the row
   * @throws WhereProblem when it is of the row for sure
   */
  WhereNode value(Expression expression, String text) {
    WhereMentions mentions = WhereMentions.of(expression, scope);
    if (isCertain(mentions)) {
      throw problem(expression, WhereNames.refusal(scope.entity(), text, mentions.properties()));
    }
    List<Object> parts = new ArrayList<>();
    parts.add(text);
    parts.add(add(isOnly ? expression : WhereCopy.of(expression)));
    for (VariableExpression name : mentions.names()) {
      parts.add(node(scope.kind(name), name, name.getName(), WhereNode.NONE));
    }
    return node(Kind.VALUE, expression, parts.toArray());
  }

  /** A property of the row or what may be one; null for anything else. */
  WhereNode subject(Expression expression) {
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
  int whole(Expression expression) {
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

  /** A node with the place of some code. */
  static WhereNode node(Kind kind, ASTNode place, Object... parts) {
    ASTNode start = WhereExcerpt.start(place);
    return WhereNode.of(kind, start.getLineNumber(), start.getColumnNumber(), parts);
  }

  /** What is wrong with some code. */
  static WhereProblem problem(ASTNode place, String message) {
    ASTNode start = WhereExcerpt.start(place);
    return new WhereProblem(message, start.getLineNumber(), start.getColumnNumber());
  }
}
