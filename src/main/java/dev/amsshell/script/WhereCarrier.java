package dev.amsshell.script;

import dev.amsshell.dsl.WhereClosure;
import dev.amsshell.dsl.WhereNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.VariableScope;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.EmptyStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Token;
import org.codehaus.groovy.syntax.Types;

/** Makes the code that makes a {@link WhereClosure}. */
record WhereCarrier(SourceUnit source, ClosureExpression closure, boolean isOurs) {
  private static final ClassNode TYPE = ClassHelper.make(WhereClosure.class);

  /** What a class file can hold as one constant. */
  private static final int MOST_BYTES = 65_535;

  /** The file, as stack frames name it. */
  String file() {
    String name = source.getName();
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  /**
   * For what was translated.
   *
   * @throws WhereProblem when it is too long
   */
  Expression of(WhereNode node, List<Expression> operands) {
    String text = node.encode();
    if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw new WhereProblem(
          "this is too long; put long lists into a variable, and write: in that variable",
          closure.getLineNumber(),
          closure.getColumnNumber());
    }
    return carrier(text, operands.isEmpty() ? new ConstantExpression(null) : values(operands));
  }

  /** For what could not be: only our where will complain. */
  Expression of(WhereProblem problem) {
    WhereNode node =
        WhereNode.of(WhereNode.Kind.REFUSE, problem.line(), problem.column(), problem.getMessage());
    return carrier(node.encode(), new ConstantExpression(null));
  }

  private Expression carrier(String node, Expression operands) {
    // without a place of its own, so that the picture of a failed assertion leaves it out
    return new ConstructorCallExpression(
        TYPE,
        new ArgumentListExpression(
            List.of(
                isOurs ? new ConstantExpression(null) : closure,
                new ConstantExpression(file()),
                new ConstantExpression(node),
                operands)));
  }

  /** A closure that evaluates the operand it is given the number of. */
  private Expression values(List<Expression> operands) {
    BlockStatement code = new BlockStatement();
    for (int i = 0; i < operands.size(); i++) {
      ReturnStatement result = new ReturnStatement(operands.get(i));
      result.setSourcePosition(operands.get(i));
      code.addStatement(
          i == operands.size() - 1
              ? result
              : new IfStatement(isNumber(i), result, EmptyStatement.INSTANCE));
    }
    Parameter[] number = {new Parameter(ClassHelper.int_TYPE, operand())};
    ClosureExpression values = new ClosureExpression(number, code);
    values.setVariableScope(new VariableScope());
    values.setSourcePosition(closure);
    return values;
  }

  /** Differs from that of a where around this one. */
  private String operand() {
    return "$operand" + closure.getLineNumber() + "_" + closure.getColumnNumber();
  }

  private BooleanExpression isNumber(int number) {
    return new BooleanExpression(
        new BinaryExpression(
            new VariableExpression(operand(), ClassHelper.int_TYPE),
            Token.newSymbol(Types.COMPARE_EQUAL, -1, -1),
            new ConstantExpression(number, true)));
  }
}
