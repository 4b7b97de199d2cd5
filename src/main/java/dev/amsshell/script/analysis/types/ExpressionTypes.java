package dev.amsshell.script.analysis.types;

import groovy.lang.Closure;
import groovy.lang.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArrayExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.NamedArgumentListExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.RangeExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.UnaryPlusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.syntax.Types;

/**
 * The types of expressions, from what they are made of and what is declared. Nothing is evaluated;
 * what cannot be told for certain is unknown.
 */
public final class ExpressionTypes {
  /** What operators call. */
  private static final Map<Integer, String> OPERATORS =
      Map.of(
          Types.PLUS, "plus",
          Types.MINUS, "minus",
          Types.MULTIPLY, "multiply",
          Types.DIVIDE, "div",
          Types.LEFT_SHIFT, "leftShift");

  private static final Set<Integer> TESTS =
      Set.of(
          Types.COMPARE_EQUAL,
          Types.COMPARE_NOT_EQUAL,
          Types.COMPARE_LESS_THAN,
          Types.COMPARE_LESS_THAN_EQUAL,
          Types.COMPARE_GREATER_THAN,
          Types.COMPARE_GREATER_THAN_EQUAL,
          Types.LOGICAL_AND,
          Types.LOGICAL_OR,
          Types.MATCH_REGEX,
          Types.KEYWORD_IN,
          Types.KEYWORD_INSTANCEOF);

  private static final Pattern CLASS_NAME = Pattern.compile("(?:\\w+\\.)*\\p{Lu}\\w*");

  private final Members members;
  private final ClassNames classes;
  private final ClosureHints hints;

  public ExpressionTypes(Members members, ClassNames classes) {
    this.members = members;
    this.classes = classes;
    this.hints = new ClosureHints(classes);
  }

  /** The type of an expression. */
  public StaticType of(Expression expression, Names names) {
    if (expression instanceof VariableExpression variable) {
      return named(variable.getName(), names);
    }
    if (expression instanceof ConstantExpression constant) {
      return StaticType.ofValue(constant.getValue());
    }
    if (expression instanceof GStringExpression) {
      return StaticType.of(String.class);
    }
    if (expression instanceof PropertyExpression property) {
      return property(property, names);
    }
    if (expression instanceof MethodCallExpression call) {
      return call(call, names);
    }
    if (expression instanceof BinaryExpression binary) {
      return binary(binary, names);
    }
    if (expression instanceof ConstructorCallExpression created) {
      return classes.type(created.getType());
    }
    if (expression instanceof CastExpression cast) {
      return classes.type(cast.getType());
    }
    if (expression instanceof TernaryExpression choice) {
      return common(List.of(choice.getTrueExpression(), choice.getFalseExpression()), names);
    }
    if (expression instanceof BooleanExpression) {
      return StaticType.of(Boolean.class);
    }
    return literal(expression, names);
  }

  private StaticType literal(Expression expression, Names names) {
    if (expression instanceof ListExpression list) {
      return StaticType.of(List.class, common(list.getExpressions(), names));
    }
    if (expression instanceof MapExpression map) {
      List<MapEntryExpression> entries = map.getMapEntryExpressions();
      return StaticType.of(
          Map.class,
          common(entries.stream().map(MapEntryExpression::getKeyExpression).toList(), names),
          common(entries.stream().map(MapEntryExpression::getValueExpression).toList(), names));
    }
    if (expression instanceof RangeExpression range) {
      return StaticType.of(Range.class, of(range.getFrom(), names));
    }
    if (expression instanceof ClosureExpression) {
      return StaticType.of(Closure.class);
    }
    if (expression instanceof ArrayExpression array) {
      return classes.type(array.getType());
    }
    if (expression instanceof UnaryMinusExpression minus) {
      return of(minus.getExpression(), names);
    }
    if (expression instanceof UnaryPlusExpression plus) {
      return of(plus.getExpression(), names);
    }
    return StaticType.UNKNOWN;
  }

  /** The types of the parameters of a closure that a method is called with. */
  public Optional<List<StaticType>> closureParameters(
      StaticType receiver, String method, int count) {
    return members.methods(receiver, method).stream()
        .flatMap(each -> hints.parameters(each, receiver, List.of(), count).stream())
        .findFirst();
  }

  private StaticType named(String name, Names names) {
    return names.find(name).orElseGet(() -> classNamed(name));
  }

  private StaticType classNamed(String name) {
    boolean isLikely = CLASS_NAME.matcher(name).matches();
    return (isLikely ? classes.find(name) : Optional.<Class<?>>empty())
        .map(found -> StaticType.of(Class.class, StaticType.of(found)))
        .orElse(StaticType.UNKNOWN);
  }

  private StaticType property(PropertyExpression property, Names names) {
    String name = property.getPropertyAsString();
    if (name == null || name.isEmpty()) {
      return StaticType.UNKNOWN;
    }
    StaticType receiver = of(property.getObjectExpression(), names);
    if (!receiver.isKnown()) {
      return classNamed(property.getText());
    }
    if (property.isSpreadSafe()) {
      return StaticType.of(List.class, members.read(receiver.element(), name));
    }
    StaticType type = members.read(receiver, name);
    return type.isKnown() || Members.named(receiver).isEmpty()
        ? type
        : classNamed(property.getText());
  }

  private StaticType call(MethodCallExpression call, Names names) {
    String name = call.getMethodAsString();
    StaticType receiver =
        call.isImplicitThis() ? StaticType.UNKNOWN : of(call.getObjectExpression(), names);
    if (name == null || !receiver.isKnown()) {
      return StaticType.UNKNOWN;
    }
    List<Expression> arguments = arguments(call.getArguments());
    if (arguments.stream().anyMatch(SpreadExpression.class::isInstance)) {
      return StaticType.UNKNOWN;
    }
    return call.isSpreadSafe()
        ? StaticType.of(List.class, called(receiver.element(), name, arguments, names))
        : called(receiver, name, arguments, names);
  }

  private StaticType called(
      StaticType receiver, String name, List<Expression> arguments, Names names) {
    List<StaticType> types = new ArrayList<>();
    arguments.forEach(each -> types.add(of(each, names)));
    Optional<TypedMethod> method =
        Overloads.choose(members.methods(receiver, name), receiver, types);
    if (method.isEmpty()) {
      return StaticType.UNKNOWN;
    }
    for (int i = 0; i < types.size(); i++) {
      if (arguments.get(i) instanceof ClosureExpression closure) {
        StaticType result = result(closure, method.get(), receiver, types, names);
        types.set(i, StaticType.of(Closure.class, result));
      }
    }
    return method.get().returned(receiver, types);
  }

  /** Named arguments are one map, and come first. */
  private static List<Expression> arguments(Expression arguments) {
    List<Expression> all = new ArrayList<>();
    if (arguments instanceof TupleExpression tuple) {
      for (Expression each : tuple.getExpressions()) {
        all.add(
            each instanceof NamedArgumentListExpression named
                ? new MapExpression(named.getMapEntryExpressions())
                : each);
      }
    }
    return all;
  }

  /** What a closure of a single expression gives. */
  private StaticType result(
      ClosureExpression closure,
      TypedMethod method,
      StaticType receiver,
      List<StaticType> arguments,
      Names names) {
    Parameter[] parameters = closure.getParameters();
    List<String> declared =
        !closure.isParameterSpecified()
            ? List.of("it")
            : Arrays.stream(parameters).map(Parameter::getName).toList();
    Optional<List<StaticType>> types =
        hints.parameters(method, receiver, arguments, declared.size());
    Map<String, StaticType> known = new HashMap<>();
    for (int i = 0; i < declared.size(); i++) {
      boolean isTyped = closure.isParameterSpecified() && !parameters[i].isDynamicTyped();
      StaticType told = types.isPresent() ? types.get().get(i) : StaticType.UNKNOWN;
      known.put(declared.get(i), isTyped ? classes.type(parameters[i].getType()) : told);
    }
    return onlyExpression(closure.getCode())
        .map(
            body ->
                of(body, name -> Optional.ofNullable(known.get(name)).or(() -> names.find(name))))
        .orElse(StaticType.UNKNOWN);
  }

  private static Optional<Expression> onlyExpression(Statement code) {
    if (code instanceof BlockStatement block && block.getStatements().size() == 1) {
      return onlyExpression(block.getStatements().get(0));
    }
    if (code instanceof ReturnStatement returned) {
      return Optional.of(returned.getExpression());
    }
    return code instanceof ExpressionStatement statement
        ? Optional.of(statement.getExpression())
        : Optional.empty();
  }

  private StaticType binary(BinaryExpression binary, Names names) {
    int operation = binary.getOperation().getType();
    Expression right = binary.getRightExpression();
    if (operation == Types.LEFT_SQUARE_BRACKET) {
      return at(of(binary.getLeftExpression(), names), right, names);
    }
    if (TESTS.contains(operation)) {
      return StaticType.of(Boolean.class);
    }
    if (operation == Types.FIND_REGEX) {
      return StaticType.of(Matcher.class);
    }
    if (operation == Types.EQUAL) {
      return of(right, names);
    }
    StaticType left = of(binary.getLeftExpression(), names);
    if (!OPERATORS.containsKey(operation) || !left.isKnown()) {
      return StaticType.UNKNOWN;
    }
    if (left.is(Number.class) && of(right, names).is(Number.class)) {
      return number(left, of(right, names), operation);
    }
    return called(left, OPERATORS.get(operation), List.of(right), names);
  }

  private static StaticType number(StaticType left, StaticType right, int operation) {
    if (left.equals(right) && operation != Types.DIVIDE) {
      return left;
    }
    boolean isExact = operation == Types.DIVIDE && left.equals(right) && left.is(Integer.class);
    return StaticType.of(isExact ? BigDecimal.class : Number.class);
  }

  private StaticType at(StaticType receiver, Expression place, Names names) {
    if (receiver.is(Map.class)) {
      return receiver.as(Map.class).argument(1);
    }
    StaticType index = of(place, names);
    boolean isMany = index.is(Iterable.class);
    if (receiver.is(List.class)) {
      return isMany
          ? StaticType.of(List.class, receiver.element())
          : index.is(Number.class) ? receiver.element() : StaticType.UNKNOWN;
    }
    if (receiver.raw().isArray()) {
      return index.is(Number.class) ? receiver.element() : StaticType.UNKNOWN;
    }
    return receiver.isKnown() ? called(receiver, "getAt", List.of(place), names) : receiver;
  }

  /** The type that all of some expressions have. */
  private StaticType common(List<Expression> expressions, Names names) {
    Set<StaticType> types = new HashSet<>();
    expressions.forEach(each -> types.add(of(each, names)));
    return types.size() == 1 ? types.iterator().next() : StaticType.UNKNOWN;
  }
}
