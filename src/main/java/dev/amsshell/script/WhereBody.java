package dev.amsshell.script;

import java.util.List;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** The one expression that a {@code where { }} consists of. */
record WhereBody(WhereExcerpt excerpt) {
  /**
   * That expression.
   *
   * @throws WhereProblem when there is anything else in the closure
   */
  Expression expression(ClosureExpression closure) {
    if (closure.isParameterSpecified()
        && (closure.getParameters().length > 1
            || closure.getParameters()[0].hasInitialExpression())) {
      throw problem(closure, "where takes a closure with one parameter at most, the row");
    }
    List<Statement> statements =
        closure.getCode() instanceof BlockStatement block
            ? block.getStatements()
            : List.of(closure.getCode());
    if (statements.isEmpty()) {
      throw problem(closure, "where { } is empty; say what must hold of a row, or leave it out");
    }
    Statement first = statements.get(0);
    Expression expression = null;
    if (first instanceof ExpressionStatement line) {
      expression = line.getExpression();
    } else if (first instanceof ReturnStatement result) {
      expression = result.getExpression();
    }
    if (expression == null || expression instanceof DeclarationExpression) {
      throw statement(first);
    }
    if (statements.size() > 1) {
      throw statement(statements.get(1));
    }
    return expression;
  }

  private WhereProblem statement(Statement statement) {
    return problem(
        statement,
        "where takes one expression, and this is another statement: %s; filter { } takes any code"
            .formatted(excerpt.of(statement)));
  }

  private static WhereProblem problem(ASTNode place, String message) {
    return new WhereProblem(message, place.getLineNumber(), place.getColumnNumber());
  }
}
