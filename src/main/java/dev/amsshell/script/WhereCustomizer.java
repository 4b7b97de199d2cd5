package dev.amsshell.script;

import dev.amsshell.dsl.WhereBuilder;
import dev.amsshell.dsl.WhereNode;
import dev.amsshell.dsl.WhereRefused;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.classgen.VariableScopeVisitor;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.syntax.SyntaxException;

/**
 * Translates the closure of every {@code x.where { }}. Types are not known yet: unless x is one of
 * our queries for sure, the closure also stays what it was, for somebody else's {@code where}.
 */
final class WhereCustomizer extends CompilationCustomizer {
  WhereCustomizer() {
    super(CompilePhase.SEMANTIC_ANALYSIS);
  }

  @Override
  public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
    Visitor visitor = new Visitor(source, type);
    visitor.visitClass(type);
    if (visitor.hasChanged) {
      // what an anonymous class sees is known from outside of it alone
      ClassNode outer = type;
      while (outer.getOuterClass() != null) {
        outer = outer.getOuterClass();
      }
      new VariableScopeVisitor(source, true).visitClass(outer);
    }
  }

  private static final class Visitor extends ClassCodeVisitorSupport {
    private final SourceUnit source;
    private final boolean isClassStatic;
    private boolean isStatic;
    private boolean hasChanged;
    private WhereExcerpt excerpt;

    Visitor(SourceUnit source, ClassNode type) {
      this.source = source;
      isClassStatic = WhereTypes.areChecked(type);
      isStatic = isClassStatic;
    }

    @Override
    protected SourceUnit getSourceUnit() {
      return source;
    }

    @Override
    protected void visitConstructorOrMethod(MethodNode method, boolean isConstructor) {
      isStatic = WhereTypes.areChecked(method, isClassStatic);
      for (Parameter parameter : method.getParameters()) {
        if (parameter.hasInitialExpression()) {
          parameter.getInitialExpression().visit(this);
        }
      }
      super.visitConstructorOrMethod(method, isConstructor);
      isStatic = isClassStatic;
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
      super.visitMethodCallExpression(call);
      if ("where".equals(call.getMethodAsString())
          && !call.isSpreadSafe()
          && call.getArguments() instanceof TupleExpression arguments
          && arguments.getExpressions().size() == 1
          && arguments.getExpression(0) instanceof ClosureExpression closure) {
        WhereReceiver receiver = WhereReceiver.of(call.getObjectExpression());
        // where types are checked, bare names mean nothing to anybody but us
        if (receiver.isOurs() || !isStatic) {
          translate(call, closure, receiver);
        }
      }
    }

    private void translate(
        MethodCallExpression call, ClosureExpression closure, WhereReceiver receiver) {
      if (excerpt == null) {
        excerpt = new WhereExcerpt(source);
      }
      WhereScope scope = WhereScope.of(closure, receiver.entity(), !isStatic);
      WhereValues values =
          new WhereValues(scope, receiver.isOurs() && receiver.entity().isPresent(), excerpt);
      WhereCarrier carrier = new WhereCarrier(source, closure, receiver.isOurs());
      try {
        WhereNode node = new WhereTranslation(values, excerpt).translate(closure);
        receiver.entity().ifPresent(entity -> WhereBuilder.check(node, entity, carrier.file()));
        call.setArguments(new ArgumentListExpression(carrier.of(node, values.operands())));
        hasChanged = true;
      } catch (WhereRefused e) {
        error(e.getMessage(), e.line(), e.column());
      } catch (WhereProblem e) {
        if (receiver.isOurs()) {
          error(e.getMessage(), e.line(), e.column());
        } else {
          call.setArguments(new ArgumentListExpression(carrier.of(e)));
          hasChanged = true;
        }
      }
    }

    private void error(String message, int line, int column) {
      source
          .getErrorCollector()
          .addErrorAndContinue(new SyntaxException(message, line, column), source);
    }
  }
}
