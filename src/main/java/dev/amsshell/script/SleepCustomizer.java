package dev.amsshell.script;

import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Lets {@code sleep(milliseconds)} end at once when the script is cancelled, wherever it stands. In
 * closures and classes Groovy would call its own, which swallows interrupts.
 */
final class SleepCustomizer extends CompilationCustomizer {
  SleepCustomizer() {
    super(CompilePhase.SEMANTIC_ANALYSIS);
  }

  @Override
  public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
    new Visitor(source, type).visitClass(type);
  }

  private static final class Visitor extends ClassCodeVisitorSupport {
    private static final ClassNode CHECKPOINT = ClassHelper.make(Checkpoint.class);

    private final SourceUnit source;
    private final ClassNode type;

    Visitor(SourceUnit source, ClassNode type) {
      this.source = source;
      this.type = type;
    }

    @Override
    protected SourceUnit getSourceUnit() {
      return source;
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
      super.visitMethodCallExpression(call);
      boolean bare = call.isImplicitThis() && "sleep".equals(call.getMethodAsString());
      if (bare && hasOneArgument(call) && !isOwn()) {
        call.setObjectExpression(new ClassExpression(CHECKPOINT));
        // under its own name Groovy's would still win over it
        call.setMethod(new ConstantExpression("pause"));
        call.setImplicitThis(false);
      }
    }

    private static boolean hasOneArgument(MethodCallExpression call) {
      return call.getArguments() instanceof ArgumentListExpression arguments
          && arguments.getExpressions().size() == 1;
    }

    /** A script may well have a method of that name. */
    private boolean isOwn() {
      for (ClassNode each = type; each != null; each = each.getOuterClass()) {
        if (!each.getDeclaredMethods("sleep").isEmpty()) {
          return true;
        }
      }
      return false;
    }
  }
}
