package dev.amsshell.script;

import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.stmt.CaseStatement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.syntax.Types;

/** Sends comparisons with string literals through {@link StateEquality}. */
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
      Expression left = comparison.getLeftExpression();
      Expression right = comparison.getRightExpression();
      boolean literal = isText(left) || isText(right);
      return switch (comparison.getOperation().getType()) {
        case Types.COMPARE_EQUAL -> literal ? "equal" : null;
        case Types.COMPARE_NOT_EQUAL -> literal ? "unequal" : null;
        case Types.KEYWORD_IN -> hasText(right) ? "among" : null;
        case Types.COMPARE_NOT_IN -> hasText(right) ? "notAmong" : null;
        default -> null;
      };
    }

    private Expression call(String helper, BinaryExpression comparison) {
      StaticMethodCallExpression call =
          new StaticMethodCallExpression(
              HELPER,
              helper,
              new ArgumentListExpression(
                  transform(comparison.getLeftExpression()),
                  transform(comparison.getRightExpression())));
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
              && constant.getValue() instanceof String;
    }

    private static boolean hasText(Expression expression) {
      return expression instanceof ListExpression list
          && list.getExpressions().stream().anyMatch(Transformer::isText);
    }
  }
}
