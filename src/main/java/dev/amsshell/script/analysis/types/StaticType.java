package dev.amsshell.script.analysis.types;

import dev.amsshell.dsl.Query;
import java.lang.invoke.MethodType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is known of an expression's type before it is evaluated. A name of a class by itself has the
 * type {@code Class} with that class as its argument.
 *
 * @param raw the class, never a primitive one
 * @param arguments of a generic class; empty when they are not known
 */
public record StaticType(Class<?> raw, List<StaticType> arguments) {
  /** Nothing is known; also the type of what has no value. */
  public static final StaticType UNKNOWN = new StaticType(Object.class, List.of());

  public StaticType {
    raw = MethodType.methodType(raw).wrap().returnType();
    raw = raw == Void.class ? Object.class : raw;
    arguments = List.copyOf(arguments);
  }

  /**
   * The type of a value that is at hand. Nothing is called but {@code getClass()}; a query of ours
   * also knows the type of its rows.
   *
   * @param value may be null
   */
  public static StaticType ofValue(Object value) {
    if (value == null) {
      return UNKNOWN;
    }
    if (value instanceof Query<?> query) {
      return of(Query.class, of(query.rowType()));
    }
    return value instanceof Class<?> type ? of(Class.class, of(type)) : of(value.getClass());
  }

  /** A class with its arguments, as far as they are known. */
  public static StaticType of(Class<?> raw, StaticType... arguments) {
    return new StaticType(raw, List.of(arguments));
  }

  /** A declared type, given what its variables stand for. */
  static StaticType of(Type declared, Map<TypeVariable<?>, StaticType> variables) {
    if (declared instanceof Class<?> raw) {
      return of(raw);
    }
    if (declared instanceof ParameterizedType generic) {
      return new StaticType(
          (Class<?>) generic.getRawType(),
          Arrays.stream(generic.getActualTypeArguments()).map(a -> of(a, variables)).toList());
    }
    if (declared instanceof TypeVariable<?> variable) {
      StaticType known = variables.get(variable);
      return known != null ? known : bound(variable, variables);
    }
    if (declared instanceof WildcardType wildcard) {
      Type[] lower = wildcard.getLowerBounds();
      return of(lower.length > 0 ? lower[0] : wildcard.getUpperBounds()[0], variables);
    }
    return declared instanceof GenericArrayType array
        ? of(of(array.getGenericComponentType(), variables).raw.arrayType())
        : UNKNOWN;
  }

  /** A variable may occur in its own bound, as in {@code T extends Comparable<T>}. */
  private static StaticType bound(
      TypeVariable<?> variable, Map<TypeVariable<?>, StaticType> variables) {
    Map<TypeVariable<?>, StaticType> more = new HashMap<>(variables);
    more.put(variable, UNKNOWN);
    return of(variable.getBounds()[0], more);
  }

  public boolean isKnown() {
    return raw != Object.class;
  }

  /** Whether its values are of a class, too. */
  public boolean is(Class<?> type) {
    return type.isAssignableFrom(raw);
  }

  /** An argument, or what is not known. */
  public StaticType argument(int place) {
    return place < arguments.size() ? arguments.get(place) : UNKNOWN;
  }

  /** The same seen as one of its supertypes, such as a list of jobs as an iterable of jobs. */
  public StaticType as(Class<?> type) {
    if (raw == type || !is(type)) {
      return raw == type ? this : UNKNOWN;
    }
    List<Type> parents = new ArrayList<>(List.of(raw.getGenericInterfaces()));
    if (raw.getGenericSuperclass() != null) {
      parents.add(raw.getGenericSuperclass());
    }
    Map<TypeVariable<?>, StaticType> variables = variables();
    return parents.stream()
        .map(parent -> of(parent, variables))
        .filter(parent -> parent.is(type))
        .findFirst()
        .map(parent -> parent.as(type))
        .orElse(of(type));
  }

  /** What one of its elements is, when it has any. */
  public StaticType element() {
    if (raw.isArray()) {
      return of(raw.getComponentType());
    }
    if (is(Map.class)) {
      StaticType map = as(Map.class);
      return of(Map.Entry.class, map.argument(0), map.argument(1));
    }
    if (is(CharSequence.class)) {
      return of(String.class);
    }
    return is(Iterator.class) ? as(Iterator.class).argument(0) : as(Iterable.class).argument(0);
  }

  /** What the variables in the declaration of the class stand for. */
  Map<TypeVariable<?>, StaticType> variables() {
    Map<TypeVariable<?>, StaticType> variables = new HashMap<>();
    TypeVariable<?>[] declared = raw.getTypeParameters();
    for (int i = 0; i < declared.length && i < arguments.size(); i++) {
      variables.put(declared[i], arguments.get(i));
    }
    return variables;
  }

  /** As in source, without packages. */
  @Override
  public String toString() {
    String name = TypeText.of(raw);
    return arguments.stream().noneMatch(StaticType::isKnown)
        ? name
        : name
            + arguments.stream()
                .map(each -> each.isKnown() ? each.toString() : "?")
                .collect(Collectors.joining(", ", "<", ">"));
  }
}
