package dev.amsshell.service.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amsshell.query.Entity;
import dev.amsshell.query.Property;
import java.util.Map;
import java.util.function.Function;

/**
 * How an entity travels.
 *
 * @param entity what it is above the wire
 * @param path its set, such as {@code Jobs}
 * @param names the wire's names of its properties by the shell's own words
 * @param decoder reads one
 */
record EntitySet<T>(
    Entity<T> entity, String path, Map<String, String> names, Function<JsonNode, T> decoder) {
  EntitySet {
    names = Map.copyOf(names);
  }

  /** The wire's name of a property. */
  String name(Property property) {
    return names.get(property.name());
  }
}
