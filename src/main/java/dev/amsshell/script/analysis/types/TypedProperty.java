package dev.amsshell.script.analysis.types;

import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.List;

/**
 * A property as a script sees it.
 *
 * @param name as it is written after a dot
 * @param getter what reads it; null when a field or a setter is all there is
 * @param type as it is declared
 * @param owner the class that declares it
 */
public record TypedProperty(String name, TypedMethod getter, Type type, Class<?> owner) {
  static TypedProperty of(String name, TypedMethod getter) {
    return new TypedProperty(name, getter, getter.method().getGenericReturnType(), getter.owner());
  }

  static TypedProperty of(Field field) {
    return new TypedProperty(
        field.getName(), null, field.getGenericType(), field.getDeclaringClass());
  }

  /** What it gives when it is read of a receiver. */
  StaticType read(StaticType receiver) {
    return getter != null
        ? getter.returned(receiver, List.of())
        : StaticType.of(type, receiver.as(owner).variables());
  }

  /** As people read it, such as {@code empty: boolean}. */
  public String signature() {
    return name + ": " + TypeText.of(type);
  }
}
