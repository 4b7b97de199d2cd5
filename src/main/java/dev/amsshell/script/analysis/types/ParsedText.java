package dev.amsshell.script.analysis.types;

import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** Small pieces of Groovy as the parser understands them; empty when it does not. */
public final class ParsedText {
  private ParsedText() {}

  /** An expression. */
  public static Optional<Expression> expression(String text) {
    return statement("(" + text + "\n)");
  }

  /** The parameters of a closure, as they are written before its arrow. */
  public static Optional<List<Parameter>> parameters(String text) {
    return statement("({ " + text + " -> })")
        .map(closure -> ((ClosureExpression) closure).getParameters())
        .map(List::of);
  }

  /** A type, as it is written before the name of a variable. */
  public static Optional<ClassNode> type(String text) {
    return statement(text + " x")
        .filter(DeclarationExpression.class::isInstance)
        .map(each -> ((DeclarationExpression) each).getVariableExpression().getOriginType());
  }

  private static Optional<Expression> statement(String text) {
    try {
      List<Statement> statements = SyntaxTree.of(text).getStatementBlock().getStatements();
      return statements.size() == 1 && statements.get(0) instanceof ExpressionStatement only
          ? Optional.of(only.getExpression())
          : Optional.empty();
    } catch (RuntimeException | Error e) {
      // what is wrong has no meaning; the parser shows that in many ways
      return Optional.empty();
    }
  }
}
