package dev.amsshell.script;

import java.util.List;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.syntax.Token;
import org.codehaus.groovy.syntax.Types;

/**
 * Turns the top-level declarations of an input into assignments to the binding, so that {@code def
 * x = ...} is there for the inputs that follow and its right side runs exactly once.
 */
final class PromptDeclarations extends CompilationCustomizer {
  private boolean endsInAssignment;

  PromptDeclarations() {
    super(CompilePhase.CONVERSION);
  }

  @Override
  public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
    List<Statement> statements = source.getAST().getStatementBlock().getStatements();
    endsInAssignment = !statements.isEmpty() && isAssignment(statements.get(statements.size() - 1));
    for (Statement statement : statements) {
      if (statement instanceof ExpressionStatement line
          && line.getExpression() instanceof DeclarationExpression declaration
          // @Field and its like speak about the declaration itself
          && declaration.getAnnotations().isEmpty()) {
        line.setExpression(assignment(declaration));
      }
    }
  }

  /** Whether the last statement of the input that was compiled last gives its value a name. */
  boolean endsInAssignment() {
    return endsInAssignment;
  }

  private static boolean isAssignment(Statement statement) {
    return statement instanceof ExpressionStatement line
        && line.getExpression() instanceof BinaryExpression operation
        && Types.ofType(operation.getOperation().getType(), Types.ASSIGNMENT_OPERATOR);
  }

  private static Expression assignment(DeclarationExpression declaration) {
    BinaryExpression assignment =
        new BinaryExpression(
            target(declaration.getLeftExpression()),
            Token.newSymbol(
                Types.ASSIGN, declaration.getLineNumber(), declaration.getColumnNumber()),
            value(declaration));
    assignment.setSourcePosition(declaration);
    return assignment;
  }

  private static Expression target(Expression declared) {
    if (declared instanceof TupleExpression tuple) {
      TupleExpression targets = new TupleExpression();
      tuple.getExpressions().forEach(each -> targets.addExpression(target(each)));
      targets.setSourcePosition(tuple);
      return targets;
    }
    VariableExpression variable = new VariableExpression(((VariableExpression) declared).getName());
    variable.setSourcePosition(declared);
    return variable;
  }

  private static Expression value(DeclarationExpression declaration) {
    Expression value = declaration.getRightExpression();
    if (declaration.isMultipleAssignmentDeclaration()) {
      return value;
    }
    ClassNode type = declaration.getVariableExpression().getOriginType();
    if (value instanceof EmptyExpression) {
      value = initial(type);
    }
    if (declaration.getVariableExpression().isDynamicTyped()) {
      return value;
    }
    CastExpression cast = new CastExpression(type, value);
    cast.setSourcePosition(value);
    return cast;
  }

  private static Expression initial(ClassNode type) {
    if (!ClassHelper.isPrimitiveType(type)) {
      return new ConstantExpression(null);
    }
    return ClassHelper.isPrimitiveBoolean(type)
        ? new ConstantExpression(false)
        : new ConstantExpression(0);
  }
}
