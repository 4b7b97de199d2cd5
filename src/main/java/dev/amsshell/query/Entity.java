package dev.amsshell.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of thing that a service has many of.
 *
 * @param name what many of it are called
 * @param type the class of one
 * @param properties what the service can be asked about it, in the order of documents
 * @param id the identity of one
 */
public record Entity<T>(
    String name, Class<T> type, List<Property> properties, Function<T, String> id) {
  public Entity {
    properties = List.copyOf(properties);
  }

  /** The property of that name. */
  public Optional<Property> find(String property) {
    return properties.stream().filter(each -> each.name().equals(property)).findFirst();
  }

  /**
   * The property of that name, which is known to exist.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Property property(String property) {
    return find(property)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s cannot be asked about '%s', only about %s"
                        .formatted(
                            name,
                            property,
                            String.join(", ", properties.stream().map(Property::name).toList()))));
  }

  @Override
  public String toString() {
    return name;
  }
}
