package dev.amsshell.sandbox.odata;

import dev.amsshell.sandbox.http.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the wire says of an entity: its names, its properties in the order in which they are
 * written, and where one can go from it.
 *
 * @param set the name of the set, such as Jobs
 * @param name the unqualified type name, such as Job
 * @param key how its keys are written; the first property is the key
 */
public record EntityType<T>(
    String set,
    String name,
    KeyForm key,
    List<Navigation<T>> navigations,
    List<Property<T>> properties) {

  /** The namespace of every type of the service (wire sheet 4). */
  public static final String NAMESPACE = "Microsoft.Cloud.Media.Vod.Rest.Data.Models.";

  String qualifiedName() {
    return NAMESPACE + name;
  }

  /** The name of the property that is the key. */
  String keyName() {
    return properties.get(0).name();
  }

  /** The refusal of a key that is none of this type (wire sheet 6.2). */
  public Refusal malformedKey(String text) {
    return key.malformed(name, text);
  }

  public Optional<Property<T>> property(String wanted) {
    return properties.stream().filter(property -> property.name().equals(wanted)).findFirst();
  }

  public Optional<Navigation<T>> navigation(String wanted) {
    return navigations.stream().filter(link -> link.name().equals(wanted)).findFirst();
  }

  /** The names of all its properties and navigations. */
  public Set<String> memberNames() {
    return Stream.concat(
            properties.stream().map(Property::name), navigations.stream().map(Navigation::name))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The key of an entity. */
  public String idOf(T row) {
    return (String) properties.get(0).read().apply(row);
  }

  /**
   * Whether an answer with such an entity is OData 3.0: collection properties need it. Verbose
   * dates depend on it (wire sheet 4.5).
   */
  boolean needsVersion3() {
    return properties.stream().anyMatch(property -> property.type() == Edm.COLLECTION);
  }

  /** The refusal of a property that does not exist (wire sheet 7.2). */
  Refusal noProperty(String wanted, int position) {
    return Refusal.badRequest(
        "No property '%s' exists in type '%s' at position %d."
            .formatted(wanted, qualifiedName(), position));
  }
}
