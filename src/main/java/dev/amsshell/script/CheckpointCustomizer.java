package dev.amsshell.script;

import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.WhileStatement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Lets a script be stopped wherever it is: puts a {@link Checkpoint} at the head of every loop,
 * closure, method and catch block, and sends {@code sleep(..)} there too. Interrupting its thread
 * is not enough: much code swallows that, Groovy's own sleep included.
 */
final class CheckpointCustomizer extends CompilationCustomizer {
  CheckpointCustomizer() {
    super(CompilePhase.CANONICALIZATION);
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
    public void visitMethod(MethodNode method) {
      super.visitMethod(method);
      if (!method.isAbstract() && !method.isSynthetic() && method.getCode() != null) {
        method.setCode(checked(method.getCode()));
      }
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
      super.visitClosureExpression(closure);
      closure.setCode(checked(closure.getCode()));
    }

    @Override
    public void visitForLoop(ForStatement loop) {
      super.visitForLoop(loop);
      loop.setLoopBlock(checked(loop.getLoopBlock()));
    }

    @Override
    public void visitWhileLoop(WhileStatement loop) {
      super.visitWhileLoop(loop);
      loop.setLoopBlock(checked(loop.getLoopBlock()));
    }

    @Override
    public void visitDoWhileLoop(DoWhileStatement loop) {
      super.visitDoWhileLoop(loop);
      loop.setLoopBlock(checked(loop.getLoopBlock()));
    }

    @Override
    public void visitCatchStatement(CatchStatement handler) {
      super.visitCatchStatement(handler);
      handler.setCode(checked(handler.getCode()));
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
      super.visitMethodCallExpression(call);
      boolean isSleep =
          call.isImplicitThis()
              && "sleep".equals(call.getMethodAsString())
              && call.getArguments() instanceof ArgumentListExpression arguments
              && arguments.getExpressions().size() == 1;
      if (isSleep && !hasOwnSleep()) {
        call.setObjectExpression(new ClassExpression(CHECKPOINT));
        // under its own name Groovy's would still win over it
        call.setMethod(new ConstantExpression("pause"));
        call.setImplicitThis(false);
      }
    }

    private boolean hasOwnSleep() {
      for (ClassNode each = type; each != null; each = each.getOuterClass()) {
        if (!each.getDeclaredMethods("sleep").isEmpty()) {
          return true;
        }
      }
      return false;
    }

    private static Statement checked(Statement code) {
      BlockStatement block;
      if (code instanceof BlockStatement existing) {
        block = existing;
      } else {
        block = new BlockStatement();
        block.addStatement(code);
        block.setSourcePosition(code);
      }
      block
          .getStatements()
          .add(
              0,
              new ExpressionStatement(
                  new StaticMethodCallExpression(
                      CHECKPOINT, "reached", ArgumentListExpression.EMPTY_ARGUMENTS)));
      return block;
    }
  }
}
