package dev.amsshell.script;

import dev.amsshell.dsl.WhereClosure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;

/** Finds what of the row is mentioned in some code, in closures within it, too. */
final class WhereMentions extends CodeVisitorSupport {
  private final WhereScope scope;
  private final List<VariableExpression> names = new ArrayList<>();
  private final Set<Variable> own = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<String> properties = new ArrayList<>();
  private VariableExpression row;
  private int depth;

  private WhereMentions(WhereScope scope) {
    this.scope = scope;
  }

  static WhereMentions of(ASTNode code, WhereScope scope) {
    WhereMentions mentions = new WhereMentions(scope);
    code.visit(mentions);
    return mentions;
  }

  /** Whether there is nothing that could be of the row. */
  boolean isEmpty() {
    return row == null && names.isEmpty();
  }

  /** Whether the variable of the row is there. */
  boolean hasRow() {
    return row != null;
  }

  /** The bare names that are properties or could be. */
  List<VariableExpression> names() {
    return names;
  }

  /** The names of all that is or could be a property. */
  List<String> properties() {
    List<String> all = new ArrayList<>(properties);
    names.forEach(each -> all.add(each.getName()));
    return all;
  }

  @Override
  public void visitPropertyExpression(PropertyExpression property) {
    String name = scope.propertyName(property);
    if (name != null) {
      properties.add(name);
    }
    super.visitPropertyExpression(property);
  }

  @Override
  public void visitVariableExpression(VariableExpression variable) {
    if (scope.isRow(variable)) {
      row = variable;
    } else if (depth == 0
        && !own.contains(variable.getAccessedVariable())
        && scope.kind(variable) != null) {
      names.add(variable);
    }
  }

  /** Bare names in a where within are its own; the row of this one may be mentioned there. */
  @Override
  public void visitConstructorCallExpression(ConstructorCallExpression call) {
    boolean isWhere = call.getType().getName().equals(WhereClosure.class.getName());
    depth += isWhere ? 1 : 0;
    super.visitConstructorCallExpression(call);
    depth -= isWhere ? 1 : 0;
  }

  @Override
  public void visitClosureExpression(ClosureExpression closure) {
    if (closure.isParameterSpecified()) {
      for (Parameter parameter : closure.getParameters()) {
        own.add(parameter);
        if (parameter.hasInitialExpression()) {
          parameter.getInitialExpression().visit(this);
        }
      }
    }
    closure.getCode().visit(this);
  }

  @Override
  public void visitDeclarationExpression(DeclarationExpression declaration) {
    Expression left = declaration.getLeftExpression();
    List<Expression> declared =
        left instanceof TupleExpression tuple ? tuple.getExpressions() : List.of(left);
    declared.forEach(each -> own.add((VariableExpression) each));
    super.visitDeclarationExpression(declaration);
  }

  @Override
  public void visitForLoop(ForStatement loop) {
    own.add(loop.getIndexVariable());
    own.add(loop.getValueVariable());
    super.visitForLoop(loop);
  }

  @Override
  public void visitCatchStatement(CatchStatement handler) {
    own.add(handler.getVariable());
    super.visitCatchStatement(handler);
  }
}
