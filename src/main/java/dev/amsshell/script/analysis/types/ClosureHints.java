package dev.amsshell.script.analysis.types;

import groovy.lang.Closure;
import groovy.transform.stc.ClosureParams;
import groovy.transform.stc.FromString;
import groovy.transform.stc.MapEntryOrKeyValue;
import groovy.transform.stc.SimpleType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.GenericsType;

/** What a method calls its closure with, as its declaration tells. */
final class ClosureHints {
  private static final List<String> PLACES = List.of("FirstParam", "SecondParam", "ThirdParam");
  private static final List<String> ARGUMENTS =
      List.of("FirstGenericType", "SecondGenericType", "ThirdGenericType");

  private final ClassNames names;

  ClosureHints(ClassNames names) {
    this.names = names;
  }

  /**
   * The types of so many parameters of the closure that a method takes last.
   *
   * @return empty when the method does not tell
   */
  Optional<List<StaticType>> parameters(
      TypedMethod method, StaticType receiver, List<StaticType> arguments, int count) {
    Map<TypeVariable<?>, StaticType> variables = method.variables(receiver, arguments);
    List<Parameter> parameters = method.parameters();
    for (int i = parameters.size() - 1; i >= 0; i--) {
      Parameter parameter = parameters.get(i);
      Stream<List<StaticType>> told =
          parameter.getType() == Closure.class
              ? hinted(method.method(), parameter, variables)
              : functional(StaticType.of(parameter.getParameterizedType(), variables));
      Optional<List<StaticType>> found = told.filter(each -> each.size() == count).findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Stream<List<StaticType>> hinted(
      Method method, Parameter parameter, Map<TypeVariable<?>, StaticType> variables) {
    ClosureParams hint = parameter.getAnnotation(ClosureParams.class);
    if (hint == null) {
      return Stream.empty();
    }
    Class<?> kind = hint.value();
    String[] options = hint.options();
    if (kind == MapEntryOrKeyValue.class) {
      return entry(method, options, variables);
    }
    if (kind == SimpleType.class) {
      return Stream.of(Arrays.stream(options).map(each -> written(each, variables)).toList());
    }
    if (kind == FromString.class) {
      return Arrays.stream(options).map(each -> list(each, variables));
    }
    return position(method, kind, variables).map(List::of).stream();
  }

  /** As one of the method's own parameters, the receiver of an extension included. */
  private static Optional<StaticType> position(
      Method method, Class<?> kind, Map<TypeVariable<?>, StaticType> variables) {
    Class<?> outer = kind.getEnclosingClass();
    int place = PLACES.indexOf((outer == null ? kind : outer).getSimpleName());
    Type[] types = method.getGenericParameterTypes();
    if (place < 0 || place >= types.length) {
      return Optional.empty();
    }
    StaticType type = StaticType.of(types[place], variables);
    if (outer == null) {
      return Optional.of(type);
    }
    int argument = ARGUMENTS.indexOf(kind.getSimpleName());
    return Optional.of(argument < 0 ? type.element() : type.argument(argument));
  }

  private static Stream<List<StaticType>> entry(
      Method method, String[] options, Map<TypeVariable<?>, StaticType> variables) {
    List<String> asked = List.of(options);
    int place = asked.contains("argNum=1") ? 1 : 0;
    StaticType entry = StaticType.of(method.getGenericParameterTypes()[place], variables).element();
    List<StaticType> one = new ArrayList<>(List.of(entry));
    List<StaticType> two = new ArrayList<>(List.of(entry.argument(0), entry.argument(1)));
    if (asked.contains("index=true")) {
      one.add(StaticType.of(Integer.class));
      two.add(StaticType.of(Integer.class));
    }
    return Stream.of(one, two);
  }

  private StaticType written(String type, Map<TypeVariable<?>, StaticType> variables) {
    List<StaticType> types = list(type, variables);
    return types.size() == 1 ? types.get(0) : StaticType.UNKNOWN;
  }

  /** Types with commas between them. */
  private List<StaticType> list(String types, Map<TypeVariable<?>, StaticType> variables) {
    Map<String, StaticType> byName = new HashMap<>();
    variables.forEach((variable, type) -> byName.put(variable.getName(), type));
    // as arguments of some generic type, since the parser reads types only where it expects them
    GenericsType[] read =
        ParsedText.type("Map<" + types + ">")
            .map(each -> each.getGenericsTypes())
            .orElse(new GenericsType[0]);
    return Arrays.stream(read).map(each -> names.type(each.getType(), byName)).toList();
  }

  /** Of an interface with a single method to implement. */
  private static Stream<List<StaticType>> functional(StaticType type) {
    if (!type.raw().isInterface()) {
      return Stream.empty();
    }
    List<Method> open =
        Arrays.stream(type.raw().getMethods())
            .filter(each -> Modifier.isAbstract(each.getModifiers()))
            .toList();
    if (open.size() != 1) {
      return Stream.empty();
    }
    Method only = open.get(0);
    Map<TypeVariable<?>, StaticType> variables = type.as(only.getDeclaringClass()).variables();
    return Stream.of(
        Arrays.stream(only.getGenericParameterTypes())
            .map(each -> StaticType.of(each, variables))
            .toList());
  }
}
