package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.odata.Entry;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The members of an entity as a client sends it, by their types. Some clients send every value as
 * text, so numbers and truths are accepted in that form too.
 */
final class Members {

  private final Map<String, Object> values;

  private Members(Map<String, Object> values) {
    this.values = values;
  }

  /**
   * @param known the names that the type defines; any other is refused in the words of the service
   *     (wire sheet 7.1)
   */
  static Members of(Entry entry, Set<String> known) {
    requireKnown(entry.properties().keySet(), known);
    requireKnown(entry.links().keySet(), known);
    requireKnown(entry.inline().keySet(), known);
    return new Members(entry.properties());
  }

  boolean has(String name) {
    return values.get(name) != null;
  }

  /** Null when it is absent. */
  String text(String name) {
    return text(name, null);
  }

  String text(String name, String otherwise) {
    Object value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof String text) {
      return text;
    }
    throw mismatch(name, "Edm.String");
  }

  int number(String name, int otherwise) {
    long value = wide(name, otherwise, "Edm.Int32");
    if (value != (int) value) {
      throw mismatch(name, "Edm.Int32");
    }
    return (int) value;
  }

  /** Refused when it is not within these limits. */
  int number(String name, int otherwise, int least, int most) {
    int value = number(name, otherwise);
    if (value < least || value > most) {
      throw Refusal.badRequest(
          "The property '%s' is a number from %d to %d, not %d."
              .formatted(name, least, most, value));
    }
    return value;
  }

  /** An id of that kind; refused when it is none. */
  String id(String name, String kind) {
    WireKey key = new WireKey(kind);
    String text = text(name, "");
    return key.canonical(text)
        .orElseThrow(
            () ->
                Refusal.badRequest(
                    "The property '%s' is an id of the form %s, not '%s'."
                        .formatted(name, key.description(), text)));
  }

  /** A number of bytes. */
  long size(String name) {
    long value = wide(name, 0, "Edm.Int64");
    if (value < 0) {
      throw Refusal.badRequest(
          "The property '" + name + "' is a number from 0, not " + value + ".");
    }
    return value;
  }

  boolean truth(String name) {
    Object value = values.get(name);
    if (value == null || "false".equals(value)) {
      return false;
    }
    if (value instanceof Boolean truth) {
      return truth;
    }
    if ("true".equals(value)) {
      return true;
    }
    throw mismatch(name, "Edm.Boolean");
  }

  /** The elements of a collection; none when it is absent. */
  List<Members> elements(String name, Set<String> known) {
    Object value = values.get(name);
    if (value == null || "".equals(value)) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw mismatch(name, "a collection");
    }
    return list.stream().map(element -> element(name, element, known)).toList();
  }

  private static Members element(String name, Object element, Set<String> known) {
    if (!(element instanceof Map<?, ?> map)) {
      throw mismatch(name, "a collection of complex values");
    }
    @SuppressWarnings("unchecked")
    Map<String, Object> members = (Map<String, Object>) map;
    requireKnown(members.keySet(), known);
    return new Members(members);
  }

  private long wide(String name, long otherwise, String type) {
    Object value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Long number) {
      return number;
    }
    if (value instanceof String text && text.strip().matches("-?\\d{1,18}")) {
      return Long.parseLong(text.strip());
    }
    throw mismatch(name, type);
  }

  private static void requireKnown(Set<String> names, Set<String> known) {
    if (!known.containsAll(names)) {
      throw Refusal.badRequest(
          "Parsing request content failed due to: Make sure to only use property names that are"
              + " defined by the type");
    }
  }

  private static Refusal mismatch(String name, String type) {
    return Refusal.badRequest(
        "Parsing request content failed due to: the value of the property '%s' is not of type '%s'."
            .formatted(name, type));
  }
}
