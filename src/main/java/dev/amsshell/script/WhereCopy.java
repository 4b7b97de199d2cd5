package dev.amsshell.script;

import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.VariableScope;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ExpressionTransformer;
import org.codehaus.groovy.ast.expr.LambdaExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.EmptyStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/**
 * A second copy of an expression, for code that has to stand in two closures. Variables are to be
 * resolved anew afterwards.
 */
final class WhereCopy implements ExpressionTransformer {
  /** Each where within a where doubles what is in it. */
  private static final int MOST_CLOSURES = 64;

  private int closures;

  private WhereCopy() {}

  /**
   * The copy.
   *
   * @throws WhereProblem when it holds what cannot be copied
   */
  static Expression of(Expression expression) {
    return new WhereCopy().transform(expression);
  }

  @Override
  public Expression transform(Expression expression) {
    if (expression == null) {
      return null;
    }
    if (expression instanceof VariableExpression variable) {
      return variable(variable);
    }
    if (expression instanceof ClosureExpression closure) {
      return closure(closure);
    }
    if (expression instanceof ConstructorCallExpression call && call.isUsingAnonymousInnerClass()) {
      throw tooMuch(call);
    }
    return expression.transformExpression(this);
  }

  private static Expression variable(VariableExpression variable) {
    if (variable.isThisExpression() || variable.isSuperExpression()) {
      return variable;
    }
    VariableExpression copy = new VariableExpression(variable.getName(), variable.getOriginType());
    copy.setAccessedVariable(variable.getAccessedVariable());
    copy.setSourcePosition(variable);
    return copy;
  }

  private Expression closure(ClosureExpression closure) {
    if (++closures > MOST_CLOSURES) {
      throw tooMuch(closure);
    }
    Statement code = statement(closure.getCode());
    Parameter[] parameters = parameters(closure);
    ClosureExpression copy =
        closure instanceof LambdaExpression
            ? new LambdaExpression(parameters, code)
            : new ClosureExpression(parameters, code);
    copy.setVariableScope(new VariableScope());
    copy.setSourcePosition(closure);
    return copy;
  }

  private Parameter[] parameters(ClosureExpression closure) {
    if (!closure.isParameterSpecified()) {
      return closure.getParameters();
    }
    Parameter[] copies = new Parameter[closure.getParameters().length];
    for (int i = 0; i < copies.length; i++) {
      Parameter parameter = closure.getParameters()[i];
      copies[i] =
          parameter.hasInitialExpression()
              ? new Parameter(
                  parameter.getOriginType(),
                  parameter.getName(),
                  transform(parameter.getInitialExpression()))
              : new Parameter(parameter.getOriginType(), parameter.getName());
      copies[i].setSourcePosition(parameter);
    }
    return copies;
  }

  private Statement statement(Statement statement) {
    Statement copy;
    if (statement instanceof BlockStatement block) {
      BlockStatement statements = new BlockStatement();
      block.getStatements().forEach(each -> statements.addStatement(statement(each)));
      copy = statements;
    } else if (statement instanceof ExpressionStatement line) {
      copy = new ExpressionStatement(transform(line.getExpression()));
    } else if (statement instanceof ReturnStatement result) {
      copy = new ReturnStatement(transform(result.getExpression()));
    } else if (statement instanceof IfStatement choice) {
      copy =
          new IfStatement(
              (BooleanExpression) transform(choice.getBooleanExpression()),
              statement(choice.getIfBlock()),
              statement(choice.getElseBlock()));
    } else if (statement instanceof EmptyStatement) {
      return statement;
    } else {
      throw new WhereProblem(
          "put what this tells into a variable before the query, and use that",
          statement.getLineNumber(),
          statement.getColumnNumber());
    }
    copy.setSourcePosition(statement);
    return copy;
  }

  private static WhereProblem tooMuch(Expression expression) {
    return new WhereProblem(
        "put the value of this into a variable before the query, and use that",
        expression.getLineNumber(),
        expression.getColumnNumber());
  }
}
