package dev.amsshell.sandbox.odata;

import java.util.List;
import java.util.Map;

/**
 * An entity as a client sends it, whatever the representation.
 *
 * @param representation what it was written in
 * @param properties a value is null, a String (dates too), Boolean, Long, Double, or a {@code
 *     List<Map<String, Object>>} with the members of each element of a collection. In Atom a number
 *     without a type is a String, unless it is a property whose type is known
 * @param links addresses of existing entities by the name of the navigation, as they were sent
 * @param inline entities to be created along with it, by the name of the navigation
 */
public record Entry(
    Representation representation,
    Map<String, Object> properties,
    Map<String, List<String>> links,
    Map<String, List<Entry>> inline) {

  /** What an entity can be written in. */
  public enum Representation {
    ATOM,
    VERBOSE_JSON,
    MINIMAL_JSON
  }
}
