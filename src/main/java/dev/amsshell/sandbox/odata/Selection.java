package dev.amsshell.sandbox.odata;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which members of an entity are written ({@code $select}).
 *
 * @param names empty for all
 */
record Selection(Set<String> names) {

  static final Selection ALL = new Selection(Set.of());

  static Selection parse(String text, EntityType<?> type) {
    Set<String> names = new LinkedHashSet<>();
    int position = 0;
    for (String part : text.split(",", -1)) {
      String name = part.strip();
      if (!name.equals("*") && type.property(name).isEmpty() && type.navigation(name).isEmpty()) {
        throw type.noProperty(name, position);
      }
      names.add(name);
      position += part.length() + 1;
    }
    return names.contains("*") ? ALL : new Selection(names);
  }

  boolean includes(String name) {
    return names.isEmpty() || names.contains(name);
  }

  /** What the context URL of minimal JSON says behind the name of the set. */
  String suffix() {
    return names.isEmpty() ? "" : "&$select=" + String.join(",", names);
  }
}
