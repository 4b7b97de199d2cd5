package dev.amsshell.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * What the wire says of an entity: its names, its properties in the order in which they are
 * written, and where one can go from it.
 *
 * @param set the name of the set, such as Jobs
 * @param name the unqualified type name, such as Job
 * @param idKind the second part of its ids, such as jid
 */
record EntityType<T>(
    String set,
    String name,
    String idKind,
    List<Navigation<T>> navigations,
    List<Property<T>> properties) {

  static final String KEY = "Id";

  /** The namespace of every type of the service (wire sheet 4). */
  static final String NAMESPACE = "Microsoft.Cloud.Media.Vod.Rest.Data.Models.";

  String qualifiedName() {
    return NAMESPACE + name;
  }

  Optional<Property<T>> property(String wanted) {
    return properties.stream().filter(property -> property.name().equals(wanted)).findFirst();
  }

  Optional<Navigation<T>> navigation(String wanted) {
    return navigations.stream().filter(link -> link.name().equals(wanted)).findFirst();
  }

  String idOf(T row) {
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
