package dev.amsshell.script.analysis.types;

import groovy.lang.GroovyObject;
import java.beans.Introspector;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a class offers to scripts, by name: what it declares and inherits, then what Groovy adds.
 * What every object has is not among it.
 *
 * @param properties as Groovy sees them: by getter, field, component of a record, or setter
 * @param methods all of them, getters included
 * @param extensions the methods that Groovy adds, getters included
 */
record ClassMembers(
    Map<String, TypedProperty> properties,
    Map<String, List<TypedMethod>> methods,
    Map<String, List<TypedMethod>> extensions) {

  /** A class may declare these anew. */
  private static final Set<String> OF_EVERY_OBJECT =
      Stream.of(Object.class, GroovyObject.class)
          .flatMap(type -> Arrays.stream(type.getMethods()))
          .map(ClassMembers::signature)
          .collect(Collectors.toUnmodifiableSet());

  /** What values of a class offer. */
  static ClassMembers of(Class<?> type, GroovyMethods groovy) {
    ClassMembers members = declared(type, false);
    if (type.isArray()) {
      members.properties.put("length", new TypedProperty("length", null, int.class, type));
    }
    for (TypedMethod each : groovy.of(type)) {
      if (!OF_EVERY_OBJECT.contains(signature(each.name(), each.parameterTypes()))) {
        members.extensions.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(each);
      }
    }
    // a method for lists goes before the one for all that can be iterated
    members
        .extensions
        .values()
        .forEach(each -> each.sort(Comparator.comparingInt(one -> -ancestors(one.owner()))));
    members.extensions.values().stream()
        .map(each -> each.get(0))
        .filter(each -> each.owner() != Object.class)
        .forEach(members::addGetter);
    return members;
  }

  /** What the class itself offers, after its name. */
  static ClassMembers ofStatics(Class<?> type) {
    return declared(type, true);
  }

  private static ClassMembers declared(Class<?> type, boolean isStatic) {
    ClassMembers members = new ClassMembers(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    Method[] methods;
    Field[] fields;
    RecordComponent[] components;
    try {
      methods = type.getMethods();
      fields = type.getFields();
      components =
          type.isRecord() && !isStatic ? type.getRecordComponents() : new RecordComponent[0];
    } catch (LinkageError e) {
      // a class that needs another one which is not there
      return members;
    }
    Stream<TypedMethod> ours =
        Arrays.stream(methods)
            .filter(each -> isMember(each, isStatic) && !each.isSynthetic())
            .map(each -> new TypedMethod(each, false));
    ours.forEach(
        each -> members.methods.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(each));
    for (RecordComponent each : components) {
      members.properties.put(
          each.getName(),
          TypedProperty.of(each.getName(), new TypedMethod(each.getAccessor(), false)));
    }
    members.methods.values().forEach(all -> all.forEach(members::addGetter));
    for (Field field : fields) {
      if (isMember(field, isStatic)) {
        members.properties.putIfAbsent(field.getName(), TypedProperty.of(field));
      }
    }
    members.methods.values().forEach(all -> all.forEach(members::addSetter));
    return members;
  }

  private static boolean isMember(Member member, boolean isStatic) {
    return Modifier.isStatic(member.getModifiers()) == isStatic
        && !member.getName().contains("$")
        && !(member instanceof Method method && OF_EVERY_OBJECT.contains(signature(method)));
  }

  private static String signature(Method method) {
    return signature(method.getName(), List.of(method.getParameterTypes()));
  }

  private static String signature(String name, List<Class<?>> parameters) {
    return name + parameters;
  }

  private static int ancestors(Class<?> type) {
    int count = type.isInterface() ? 1 : 0;
    for (Class<?> each : type.getInterfaces()) {
      count += 1 + ancestors(each);
    }
    return type.getSuperclass() == null ? count : count + 1 + ancestors(type.getSuperclass());
  }

  private void addGetter(TypedMethod method) {
    String name = method.name();
    Class<?> type = method.method().getReturnType();
    boolean isTest = type == boolean.class || type == Boolean.class;
    int prefix = isTest && name.matches("is\\P{Ll}.*") ? 2 : name.matches("get\\P{Ll}.*") ? 3 : 0;
    if (prefix > 0 && method.parameters().isEmpty() && type != void.class) {
      String property = Introspector.decapitalize(name.substring(prefix));
      properties.putIfAbsent(property, TypedProperty.of(property, method));
    }
  }

  private void addSetter(TypedMethod method) {
    if (method.isSetter()) {
      String property = Introspector.decapitalize(method.name().substring(3));
      properties.putIfAbsent(
          property,
          new TypedProperty(
              property, null, method.parameters().get(0).getParameterizedType(), method.owner()));
    }
  }
}
