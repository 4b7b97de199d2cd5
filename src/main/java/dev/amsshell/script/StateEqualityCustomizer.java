package dev.amsshell.script;

import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ExpressionTransformer;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.stmt.CaseStatement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.syntax.Types;

/** Sends comparisons that may meet a state and a string through {@link StateEquality}. */
final class StateEqualityCustomizer extends CompilationCustomizer {
  StateEqualityCustomizer() {
    super(CompilePhase.SEMANTIC_ANALYSIS);
  }

  @Override
  public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
    new Transformer(source).visitClass(type);
  }

  private static final class Transformer extends ClassCodeExpressionTransformer {
    private static final ClassNode HELPER = ClassHelper.make(StateEquality.class);

    private final SourceUnit source;

    Transformer(SourceUnit source) {
      this.source = source;
    }

    @Override
    protected SourceUnit getSourceUnit() {
      return source;
    }

    @Override
    public Expression transform(Expression expression) {
      if (expression instanceof ClosureExpression closure) {
        return closure(closure);
      }
      if (expression instanceof BinaryExpression comparison) {
        String helper = helper(comparison);
        if (helper != null) {
          return call(helper, comparison);
        }
      }
      return super.transform(expression);
    }

    /** The transformer of Groovy does not look into closures by itself. */
    private Expression closure(ClosureExpression closure) {
      if (closure.getParameters() != null) {
        for (Parameter parameter : closure.getParameters()) {
          if (parameter.hasInitialExpression()) {
            parameter.setInitialExpression(transform(parameter.getInitialExpression()));
          }
        }
      }
      closure.getCode().visit(this);
      return closure;
    }

    private static String helper(BinaryExpression comparison) {
      if (isPlain(comparison.getLeftExpression()) || isPlain(comparison.getRightExpression())) {
        return null;
      }
      return switch (comparison.getOperation().getType()) {
        case Types.COMPARE_EQUAL -> "equal";
        case Types.COMPARE_NOT_EQUAL -> "unequal";
        case Types.KEYWORD_IN -> "among";
        case Types.COMPARE_NOT_IN -> "notAmong";
        default -> null;
      };
    }

    /** A number, a boolean, null or a class: no state compares with that by its name. */
    private static boolean isPlain(Expression expression) {
      return expression instanceof ConstantExpression constant
              && !(constant.getValue() instanceof String)
          || expression instanceof ClassExpression;
    }

    private Expression call(String helper, BinaryExpression comparison) {
      Expression call =
          new Comparison(
              helper,
              new ArgumentListExpression(
                  transform(comparison.getLeftExpression()),
                  transform(comparison.getRightExpression())),
              comparison.getText());
      // a failed assertion draws each value below the column of its expression
      call.setSourcePosition(comparison);
      call.setLineNumber(comparison.getOperation().getStartLine());
      call.setColumnNumber(comparison.getOperation().getStartColumn());
      return call;
    }

    @Override
    public void visitCaseStatement(CaseStatement statement) {
      Expression label = statement.getExpression();
      super.visitCaseStatement(statement);
      if (isText(label)) {
        StaticMethodCallExpression choice =
            new StaticMethodCallExpression(
                HELPER, "choice", new ArgumentListExpression(statement.getExpression()));
        choice.setSourcePosition(label);
        statement.setExpression(choice);
      }
    }

    private static boolean isText(Expression expression) {
      return expression instanceof GStringExpression
          || expression instanceof ConstantExpression constant
              && constant.getValue() instanceof String
          || expression instanceof ListExpression list
              && list.getExpressions().stream().anyMatch(Transformer::isText);
    }
  }

  /** The call of a helper that still reads as what stood there, for the message of an assertion. */
  private static final class Comparison extends StaticMethodCallExpression {
    private final String text;

    Comparison(String helper, Expression arguments, String text) {
      super(Transformer.HELPER, helper, arguments);
      this.text = text;
    }

    @Override
    public Expression transformExpression(ExpressionTransformer transformer) {
      Expression copy = new Comparison(getMethod(), transformer.transform(getArguments()), text);
      copy.setSourcePosition(this);
      copy.copyNodeMetaData(this);
      return copy;
    }

    @Override
    public String getText() {
      return text;
    }
  }
}
