package dev.amsshell.script;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.AssertStatement;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.LoopingStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.tools.GeneralUtils;
import org.codehaus.groovy.syntax.Types;

/**
 * The code of a check, whose value says whether it holds. Where that is the value of an expression,
 * the expression is asserted instead; what gets past an assertion or a loop at the end holds.
 */
final class CheckBody {
  private CheckBody() {}

  /** The code of a whole check: one that says nothing is a mistake. */
  static Statement of(Statement code) {
    return code.isEmpty()
        ? GeneralUtils.throwS(
            GeneralUtils.ctorX(
                ClassHelper.make(IllegalArgumentException.class),
                GeneralUtils.args(GeneralUtils.constX("it is empty"))))
        : asserting(code);
  }

  /** The same code, ending in assertions wherever it would end in a value. */
  private static Statement asserting(Statement code) {
    if (code instanceof BlockStatement block) {
      return ofBlock(block);
    }
    if (code instanceof ExpressionStatement line && isCondition(line.getExpression())) {
      return asserted(line.getExpression(), code);
    }
    if (code instanceof ReturnStatement line && isCondition(line.getExpression())) {
      return asserted(line.getExpression(), line.getExpression());
    }
    if (code instanceof IfStatement choice) {
      choice.setIfBlock(asserting(choice.getIfBlock()));
      choice.setElseBlock(
          choice.getElseBlock().isEmpty() ? holds() : asserting(choice.getElseBlock()));
      return choice;
    }
    return code instanceof AssertStatement || code instanceof LoopingStatement
        ? both(code, holds())
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
        || expression instanceof ClosureExpression
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

  /** A closure that was given a name holds, though nobody asked it: it is handed on. */
  private static Statement asserted(Expression condition, ASTNode place) {
    Statement end =
        condition instanceof VariableExpression
            ? GeneralUtils.returnS(
                GeneralUtils.ternaryX(
                    GeneralUtils.isInstanceOfX(condition, ClassHelper.CLOSURE_TYPE),
                    condition,
                    new ConstantExpression(true, true)))
            : holds();
    return both(assertion(condition, place), end);
  }

  private static Statement both(Statement code, Statement end) {
    BlockStatement both = new BlockStatement();
    both.addStatement(code);
    both.addStatement(end);
    both.setSourcePosition(code);
    return both;
  }

  private static Statement holds() {
    return new ReturnStatement(new ConstantExpression(true, true));
  }
}
