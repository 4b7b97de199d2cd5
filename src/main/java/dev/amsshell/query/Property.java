package dev.amsshell.query;

import java.util.Objects;
import java.util.function.Function;

/**
 * A property of an entity that a service can be asked about.
 *
 * @param name the shell's own word for it
 * @param type what its values are
 * @param isNullable whether a row may be without it
 * @param reader its value in a row
 */
public record Property(
    String name, Type type, boolean isNullable, Function<Object, Object> reader) {
  public Property {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(type, "type is null");
    Objects.requireNonNull(reader, "reader is null");
  }

  /** Its value in a row; null when the row has none. */
  public Object of(Object row) {
    return reader.apply(row);
  }

  /**
   * A value in the form in which values of this property are compared.
   *
   * @param value not null
   * @throws IllegalArgumentException when it cannot be compared with them
   */
  public Object accept(Object value) {
    return type.accept(name, value);
  }

  @Override
  public String toString() {
    return name;
  }
}
