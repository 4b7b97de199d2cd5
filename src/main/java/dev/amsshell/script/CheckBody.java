package dev.amsshell.script;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.stmt.AssertStatement;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.LoopingStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.syntax.Types;

/**
 * The code of a check, whose value says whether it holds. Where that is the value of an expression,
 * the expression is asserted instead; what gets past an assertion or a loop at the end holds.
 */
final class CheckBody {
  private CheckBody() {}

  /** The same code, ending in assertions wherever it would end in a value. */
  static Statement asserting(Statement code) {
    if (code instanceof BlockStatement block) {
      return ofBlock(block);
    }
    if (code instanceof ExpressionStatement line && isCondition(line.getExpression())) {
      return holding(assertion(line.getExpression(), code));
    }
    if (code instanceof ReturnStatement line && isCondition(line.getExpression())) {
      return holding(assertion(line.getExpression(), line.getExpression()));
    }
    if (code instanceof IfStatement choice) {
      choice.setIfBlock(asserting(choice.getIfBlock()));
      choice.setElseBlock(
          choice.getElseBlock().isEmpty() ? holds() : asserting(choice.getElseBlock()));
      return choice;
    }
    return code instanceof AssertStatement || code instanceof LoopingStatement
        ? holding(code)
        : code;
  }

  private static Statement ofBlock(BlockStatement block) {
    List<Statement> statements = new ArrayList<>(block.getStatements());
    if (statements.isEmpty()) {
      return block;
    }
    int last = statements.size() - 1;
    statements.set(last, asserting(statements.get(last)));
    BlockStatement asserting = new BlockStatement(statements, block.getVariableScope());
    asserting.setSourcePosition(block);
    asserting.copyNodeMetaData(block);
    return asserting;
  }

  /** Whether it was written for its value: giving one a name is no question. */
  private static boolean isCondition(Expression expression) {
    boolean isAssignment =
        expression instanceof BinaryExpression operation
            && Types.ofType(operation.getOperation().getType(), Types.ASSIGNMENT_OPERATOR);
    return !(isAssignment
        || expression instanceof DeclarationExpression
        || expression instanceof EmptyExpression);
  }

  /** The picture shows the text at the place of the statement. */
  private static AssertStatement assertion(Expression condition, ASTNode place) {
    BooleanExpression asserted = new BooleanExpression(condition);
    asserted.setSourcePosition(condition);
    AssertStatement assertion = new AssertStatement(asserted);
    assertion.setSourcePosition(place);
    return assertion;
  }

  private static Statement holding(Statement code) {
    BlockStatement both = new BlockStatement();
    both.addStatement(code);
    both.addStatement(holds());
    both.setSourcePosition(code);
    return both;
  }

  private static Statement holds() {
    return new ReturnStatement(new ConstantExpression(true, true));
  }
}
