package dev.amsshell.script.analysis.types;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What can be written after the dot of a value. Remembers what it found. */
public final class Members {
  private final GroovyMethods groovy = new GroovyMethods();
  private final Map<Class<?>, ClassMembers> ofValues = new ConcurrentHashMap<>();
  private final Map<Class<?>, ClassMembers> ofClasses = new ConcurrentHashMap<>();

  /** The properties of a type; those of a map are its keys, which are not known. */
  public Collection<TypedProperty> properties(StaticType type) {
    return type.is(Map.class) ? List.of() : own(type).properties().values();
  }

  /** The methods of a type by name, but for those that Groovy adds. */
  public Map<String, List<TypedMethod>> methods(StaticType type) {
    return own(type).methods();
  }

  /** The methods that Groovy, or an extension of ours, adds to a type, by name. */
  public Map<String, List<TypedMethod>> extensions(StaticType type) {
    return own(type).extensions();
  }

  /** All methods of a type that have a name; those of its own class go first. */
  public List<TypedMethod> methods(StaticType type, String name) {
    return ways(type)
        .flatMap(each -> Stream.of(each.methods(), each.extensions()))
        .flatMap(each -> each.getOrDefault(name, List.of()).stream())
        .toList();
  }

  /** The property of a type that has a name. */
  public Optional<TypedProperty> property(StaticType type, String name) {
    return ways(type).flatMap(each -> Stream.ofNullable(each.properties().get(name))).findFirst();
  }

  /** How a class can be made, as people read it. */
  public static List<String> constructors(Class<?> type) {
    return Arrays.stream(type.getConstructors())
        .map(each -> TypeText.parameters(Arrays.asList(each.getParameters())))
        .map(parameters -> type.getSimpleName() + parameters)
        .toList();
  }

  /** What a property gives; a collection gives what its elements have, in a list. */
  StaticType read(StaticType type, String name) {
    if (type.is(Map.class)) {
      return type.as(Map.class).argument(1);
    }
    if (name.equals("class")) {
      return named(type).isPresent() ? type : StaticType.of(Class.class, type);
    }
    Optional<TypedProperty> property = property(type, name);
    if (property.isPresent()) {
      return property.get().read(type);
    }
    StaticType element = type.is(Collection.class) ? type.element() : StaticType.UNKNOWN;
    return element.isKnown() ? StaticType.of(List.class, read(element, name)) : StaticType.UNKNOWN;
  }

  /** The class that an expression of a type names. */
  public static Optional<Class<?>> named(StaticType type) {
    return type.raw() == Class.class && type.argument(0).isKnown()
        ? Optional.of(type.argument(0).raw())
        : Optional.empty();
  }

  /** After the name of a class come its static members; it also is an object of its own. */
  private Stream<ClassMembers> ways(StaticType type) {
    return named(type).isPresent() ? Stream.of(own(type), values(type)) : Stream.of(values(type));
  }

  private ClassMembers own(StaticType type) {
    return named(type)
        .map(named -> ofClasses.computeIfAbsent(named, ClassMembers::ofStatics))
        .orElseGet(() -> values(type));
  }

  private ClassMembers values(StaticType type) {
    return ofValues.computeIfAbsent(type.raw(), raw -> ClassMembers.of(raw, groovy));
  }
}
