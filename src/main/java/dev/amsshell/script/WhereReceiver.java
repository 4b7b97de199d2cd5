package dev.amsshell.script;

import dev.amsshell.dsl.Ams;
import dev.amsshell.dsl.Query;
import dev.amsshell.query.Entities;
import dev.amsshell.query.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.DynamicVariable;
import org.codehaus.groovy.ast.GenericsType;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/**
 * What can be told of the object that a {@code where { }} is called on.
 *
 * @param isOurs whether it is certainly a query
 * @param entity the rows, when they are known
 */
record WhereReceiver(boolean isOurs, Optional<Entity<?>> entity) {
  private static final String QUERY = Query.class.getName();
  private static final Set<String> OUR_TYPES = Set.of(Ams.class.getName(), QUERY);
  private static final WhereReceiver SOMEBODYS = new WhereReceiver(false, Optional.empty());

  /** Follows the chain of calls and properties to where it starts. */
  static WhereReceiver of(Expression receiver) {
    List<String> words = new ArrayList<>();
    Expression start = receiver;
    while (!(start instanceof VariableExpression)) {
      if (start instanceof PropertyExpression property) {
        words.add(0, String.valueOf(property.getPropertyAsString()));
        start = property.getObjectExpression();
      } else if (start instanceof MethodCallExpression call && !call.isImplicitThis()) {
        words.add(0, String.valueOf(call.getMethodAsString()));
        start = call.getObjectExpression();
      } else {
        return SOMEBODYS;
      }
    }
    Variable variable = ((VariableExpression) start).getAccessedVariable();
    if (!isOurs(variable)) {
      return SOMEBODYS;
    }
    Optional<Entity<?>> declared = declared(variable.getOriginType());
    return new WhereReceiver(
        true,
        declared.isPresent() ? declared : words.stream().flatMap(WhereReceiver::named).findFirst());
  }

  private static boolean isOurs(Variable variable) {
    if (variable == null) {
      return false;
    }
    return variable instanceof DynamicVariable
        ? variable.getName().equals("ams")
        : OUR_TYPES.contains(variable.getOriginType().getName());
  }

  private static Stream<Entity<?>> named(String word) {
    return Entities.ALL.stream().filter(entity -> entity.name().equals(word));
  }

  /** As in {@code Query<Job>}. */
  private static Optional<Entity<?>> declared(ClassNode type) {
    GenericsType[] generics = type.getGenericsTypes();
    if (!type.getName().equals(QUERY) || generics == null || generics.length != 1) {
      return Optional.empty();
    }
    String row = generics[0].getType().getName();
    return Entities.ALL.stream().filter(each -> each.type().getName().equals(row)).findFirst();
  }
}
