package dev.amsshell.script.analysis.types;

import groovy.lang.Closure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of several methods of one name a call means. */
final class Overloads {
  private Overloads() {}

  /**
   * The method that a call means, unless that depends on what is not known.
   *
   * @param methods those of the receiver's own class first
   */
  static Optional<TypedMethod> choose(
      List<TypedMethod> methods, StaticType receiver, List<StaticType> arguments) {
    for (boolean isExtension : new boolean[] {false, true}) {
      List<TypedMethod> able =
          methods.stream()
              .filter(each -> each.isExtension() == isExtension && takes(each, arguments))
              .toList();
      if (!able.isEmpty()) {
        return best(able, receiver, arguments);
      }
    }
    return Optional.empty();
  }

  private static Optional<TypedMethod> best(
      List<TypedMethod> able, StaticType receiver, List<StaticType> arguments) {
    Set<StaticType> results =
        able.stream().map(each -> each.returned(receiver, arguments)).collect(Collectors.toSet());
    if (results.size() == 1) {
      return Optional.of(able.get(0));
    }
    return able.stream()
        .filter(one -> able.stream().allMatch(other -> isAsSpecific(one, other, arguments)))
        .findFirst();
  }

  private static boolean takes(TypedMethod method, List<StaticType> arguments) {
    List<Class<?>> parameters = types(method);
    int fixed = parameters.size() - (method.method().isVarArgs() ? 1 : 0);
    if (arguments.size() < fixed || arguments.size() > fixed && fixed == parameters.size()) {
      return false;
    }
    for (int i = 0; i < fixed; i++) {
      if (!accepts(parameters.get(i), arguments.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean accepts(Class<?> parameter, StaticType argument) {
    return !argument.isKnown()
        || argument.is(parameter)
        || argument.is(Number.class) && Number.class.isAssignableFrom(parameter)
        || argument.is(Closure.class)
            && parameter.isInterface()
            && !parameter.isAssignableFrom(Closure.class);
  }

  /** Whether whatever one takes the other does, too, as far as the arguments tell them apart. */
  private static boolean isAsSpecific(
      TypedMethod one, TypedMethod other, List<StaticType> arguments) {
    if (!other.owner().isAssignableFrom(one.owner())) {
      return false;
    }
    List<Class<?>> ones = types(one);
    List<Class<?>> others = types(other);
    for (int i = 0; i < arguments.size() && i < ones.size() && i < others.size(); i++) {
      boolean isSame = ones.get(i) == others.get(i);
      if (!isSame && !(arguments.get(i).isKnown() && others.get(i).isAssignableFrom(ones.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static List<Class<?>> types(TypedMethod method) {
    return method.parameterTypes().stream()
        .<Class<?>>map(each -> StaticType.of(each).raw())
        .toList();
  }
}
