package dev.amsshell.script;

import dev.amsshell.dsl.WhereNames;
import dev.amsshell.dsl.WhereNode;
import dev.amsshell.query.Entity;
import java.util.Optional;
import org.codehaus.groovy.ast.DynamicVariable;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.expr.AttributeExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/**
 * What the names in a {@code where { }} mean.
 *
 * @param row the variable that is the row, if the closure has one
 * @param hasBareNames whether the row's properties go by their names alone
 * @param entity the rows, when they are known
 * @param isDynamic whether a name that is bound nowhere may be a variable of the binding
 */
record WhereScope(
    Variable row, boolean hasBareNames, Optional<Entity<?>> entity, boolean isDynamic) {
  static WhereScope of(ClosureExpression closure, Optional<Entity<?>> entity, boolean isDynamic) {
    Parameter[] parameters = closure.getParameters();
    if (closure.isParameterSpecified()) {
      return new WhereScope(parameters[0], false, entity, isDynamic);
    }
    Variable it =
        closure.getVariableScope() == null
            ? null
            : closure.getVariableScope().getDeclaredVariable("it");
    boolean usesIt =
        it != null
            && WhereMentions.of(closure.getCode(), new WhereScope(it, false, entity, isDynamic))
                .hasRow();
    return new WhereScope(it, !usesIt, entity, isDynamic);
  }

  /** Whether it is the row itself. */
  boolean isRow(Expression expression) {
    return row != null
        && expression instanceof VariableExpression variable
        && variable.getAccessedVariable() == row;
  }

  /** The name of a property as in {@code it.name}, or null. */
  String propertyName(Expression expression) {
    return expression instanceof PropertyExpression property
            && !(property instanceof AttributeExpression)
            && !property.isSpreadSafe()
            && isRow(property.getObjectExpression())
        ? property.getPropertyAsString()
        : null;
  }

  /** What a bare name is, or null when it is no property for sure. */
  WhereNode.Kind kind(VariableExpression variable) {
    String name = variable.getName();
    if (!hasBareNames
        || variable.isThisExpression()
        || variable.isSuperExpression()
        || !(entity.isPresent()
            ? WhereNames.isProperty(entity.get(), name)
            : WhereNames.isProperty(name))) {
      return null;
    }
    if (!(variable.getAccessedVariable() instanceof DynamicVariable)) {
      return WhereNode.Kind.VARIABLE;
    }
    return entity.isPresent() || !isDynamic ? WhereNode.Kind.PROPERTY : WhereNode.Kind.NAME;
  }
}
