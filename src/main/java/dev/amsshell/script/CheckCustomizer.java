package dev.amsshell.script;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.DynamicVariable;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.syntax.Types;

/**
 * Makes assertions of the closures that are handed to {@code check(..)}, so that one that fails
 * shows its picture. A {@code check} of the script's own, or of another object, stays what it is.
 */
final class CheckCustomizer extends CompilationCustomizer {
  private static final String CHECK = "check";

  private final BooleanSupplier hasOwnCheck;

  /**
   * @param hasOwnCheck whether the name has a meaning of the user's from elsewhere
   */
  CheckCustomizer(BooleanSupplier hasOwnCheck) {
    super(CompilePhase.SEMANTIC_ANALYSIS);
    this.hasOwnCheck = hasOwnCheck;
  }

  @Override
  public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
    if (!type.isDerivedFrom(ClassHelper.make(AmsScript.class))
        || !type.getDeclaredMethods(CHECK).isEmpty()
        || type.getDeclaredField(CHECK) != null
        || hasOwnCheck.getAsBoolean()) {
      return;
    }
    OwnCheck own = new OwnCheck(source);
    own.visitClass(type);
    if (!own.isAssigned) {
      new Visitor(source).visitClass(type);
    }
  }

  /** Looks whether the script gives the name a meaning of its own as it runs. */
  private static final class OwnCheck extends ClassCodeVisitorSupport {
    private final SourceUnit source;
    private boolean isAssigned;

    OwnCheck(SourceUnit source) {
      this.source = source;
    }

    @Override
    protected SourceUnit getSourceUnit() {
      return source;
    }

    @Override
    public void visitBinaryExpression(BinaryExpression operation) {
      super.visitBinaryExpression(operation);
      isAssigned |=
          operation.getOperation().getType() == Types.ASSIGN
              && operation.getLeftExpression() instanceof VariableExpression variable
              && variable.getName().equals(CHECK)
              && variable.getAccessedVariable() instanceof DynamicVariable;
    }
  }

  private static final class Visitor extends ClassCodeVisitorSupport {
    private final SourceUnit source;

    Visitor(SourceUnit source) {
      this.source = source;
    }

    @Override
    protected SourceUnit getSourceUnit() {
      return source;
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
      super.visitMethodCallExpression(call);
      // a call of a local variable has been made a call of its method before
      if (CHECK.equals(call.getMethodAsString())
          && isThis(call)
          && call.getArguments() instanceof TupleExpression arguments
          && !arguments.getExpressions().isEmpty()
          && last(arguments) instanceof ClosureExpression closure) {
        closure.setCode(CheckBody.of(closure.getCode()));
      }
    }

    private static boolean isThis(MethodCallExpression call) {
      return call.isImplicitThis()
          || call.getObjectExpression() instanceof VariableExpression object
              && object.isThisExpression();
    }

    private static Expression last(TupleExpression arguments) {
      List<Expression> all = arguments.getExpressions();
      return all.get(all.size() - 1);
    }
  }
}
