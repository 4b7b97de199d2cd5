package dev.amsshell.script.analysis.types;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A method as a script sees it.
 *
 * @param method where it is declared
 * @param isExtension whether it is a static one that takes the receiver as its first parameter, as
 *     Groovy's own are
 */
public record TypedMethod(Method method, boolean isExtension) {
  public String name() {
    return method.getName();
  }

  /** Its parameters but for the receiver. */
  public List<Parameter> parameters() {
    List<Parameter> all = Arrays.asList(method.getParameters());
    return isExtension ? all.subList(1, all.size()) : all;
  }

  /** The classes of its parameters but for the receiver. */
  List<Class<?>> parameterTypes() {
    List<Class<?>> all = List.of(method.getParameterTypes());
    return isExtension ? all.subList(1, all.size()) : all;
  }

  /** Whether it stands for giving a property its value. */
  public boolean isSetter() {
    return name().matches("set\\P{Ll}.*") && parameters().size() == 1;
  }

  /** The class whose values have it. */
  public Class<?> owner() {
    return isExtension ? method.getParameterTypes()[0] : method.getDeclaringClass();
  }

  /** What it gives, when it is called on a receiver with arguments of these types. */
  StaticType returned(StaticType receiver, List<StaticType> arguments) {
    return StaticType.of(method.getGenericReturnType(), variables(receiver, arguments));
  }

  /** What the variables in its declaration stand for. */
  Map<TypeVariable<?>, StaticType> variables(StaticType receiver, List<StaticType> arguments) {
    Map<TypeVariable<?>, StaticType> variables = new HashMap<>();
    if (isExtension) {
      match(method.getGenericParameterTypes()[0], receiver, variables);
    } else {
      variables.putAll(receiver.as(method.getDeclaringClass()).variables());
    }
    List<Parameter> parameters = parameters();
    for (int i = 0; i < parameters.size() && i < arguments.size(); i++) {
      match(parameters.get(i).getParameterizedType(), arguments.get(i), variables);
    }
    return variables;
  }

  /** Finds out what variables stand for where a value of some type is given for a declared one. */
  private static void match(
      Type declared, StaticType given, Map<TypeVariable<?>, StaticType> variables) {
    if (!given.isKnown()) {
      return;
    }
    if (declared instanceof TypeVariable<?> variable) {
      variables.putIfAbsent(variable, given);
    } else if (declared instanceof ParameterizedType generic) {
      StaticType same = given.as((Class<?>) generic.getRawType());
      Type[] arguments = generic.getActualTypeArguments();
      for (int i = 0; i < arguments.length; i++) {
        match(arguments[i], same.argument(i), variables);
      }
    } else if (declared instanceof WildcardType wildcard) {
      Type[] lower = wildcard.getLowerBounds();
      match(lower.length > 0 ? lower[0] : wildcard.getUpperBounds()[0], given, variables);
    } else if (declared instanceof GenericArrayType array && given.raw().isArray()) {
      match(array.getGenericComponentType(), given.element(), variables);
    }
  }

  /** As people read it, such as {@code plus(Duration): Instant}. */
  public String signature() {
    String result = TypeText.of(method.getGenericReturnType());
    return name()
        + TypeText.parameters(parameters())
        + (result.equals("void") ? "" : ": " + result);
  }
}
