package dev.amsshell.sandbox.odata;

import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.odata.Entry.Representation;
import dev.amsshell.sandbox.odata.JsonReader.Elements;
import dev.amsshell.sandbox.odata.JsonReader.Members;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads an entity from either kind of JSON. They differ in how they name entities that exist:
 * verbose JSON by an element that is only {@code {"__metadata":{"uri":..}}}, minimal JSON by a
 * member {@code Name@odata.bind}; what belongs to the one is refused in the other (wire sheet 2).
 */
final class JsonEntries {

  private static final String METADATA = "__metadata";
  private static final String BIND = "@odata.bind";

  private final Representation form;
  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final Map<String, List<String>> links = new LinkedHashMap<>();
  private final Map<String, List<Entry>> inline = new LinkedHashMap<>();

  private JsonEntries(Representation form) {
    this.form = form;
  }

  /**
   * @param type whose navigations are known, null when none are
   */
  static Entry read(byte[] body, Representation form, EntityType<?> type) {
    if (!(JsonReader.read(body) instanceof Members members)) {
      throw Unreadable.because("a JSON object is expected.");
    }
    return entry(members, form, type);
  }

  private static Entry entry(Members members, Representation form, EntityType<?> type) {
    JsonEntries entry = new JsonEntries(form);
    members.byName().forEach((name, value) -> entry.add(name, value, type));
    return new Entry(form, entry.properties, entry.links, entry.inline);
  }

  private void add(String name, Object value, EntityType<?> type) {
    if (name.endsWith(BIND)) {
      bind(name.substring(0, name.length() - BIND.length()), value);
      return;
    }
    if (isAnnotation(name) || value instanceof Members members && isDeferred(members)) {
      return;
    }
    boolean navigation = type != null && type.navigation(name).isPresent();
    List<Members> elements = elements(name, value, navigation);
    if (elements == null) {
      properties.put(name, value);
    } else if (navigation || !elements.isEmpty() && elements.stream().allMatch(this::isLink)) {
      follow(name, elements);
    } else {
      properties.put(name, elements.stream().map(element -> complex(name, element)).toList());
    }
  }

  /** What is neither a property nor a navigation, though it looks like one. */
  private boolean isAnnotation(String name) {
    if (name.equals(METADATA)) {
      requireVerbose();
      return true;
    }
    return name.startsWith("odata.") || name.contains("@odata.");
  }

  /** A navigation of an entity that was read and is sent back. */
  private static boolean isDeferred(Members members) {
    return members.byName().containsKey("__deferred");
  }

  /** The objects in an array, with or without {@code results} around it; null for a plain value. */
  private List<Members> elements(String name, Object value, boolean navigation) {
    if (value instanceof Members members) {
      if (members.byName().get("results") instanceof Elements results) {
        members.byName().keySet().forEach(this::isAnnotation);
        return elements(name, results, navigation);
      }
      if (navigation || isLink(members)) {
        return List.of(members);
      }
      throw Unreadable.because("'" + name + "' cannot be an object.");
    }
    if (!(value instanceof Elements array)) {
      return navigation && value == null ? List.of() : null;
    }
    List<Members> objects = new ArrayList<>();
    for (Object element : array.inOrder()) {
      if (!(element instanceof Members object)) {
        throw Unreadable.because("the elements of '" + name + "' must be objects.");
      }
      objects.add(object);
    }
    return objects;
  }

  private void follow(String name, List<Members> elements) {
    for (Members element : elements) {
      if (isLink(element)) {
        requireVerbose();
        links.computeIfAbsent(name, key -> new ArrayList<>()).add(uri(element));
      } else {
        inline.computeIfAbsent(name, key -> new ArrayList<>()).add(entry(element, form, null));
      }
    }
  }

  private void bind(String name, Object value) {
    if (form == Representation.VERBOSE_JSON) {
      throw Unreadable.because(
          "'" + name + BIND + "' is not verbose JSON: send it as application/json.");
    }
    List<Object> addresses =
        value instanceof Elements many ? many.inOrder() : Collections.singletonList(value);
    for (Object address : addresses) {
      if (!(address instanceof String text)) {
        throw Unreadable.because("'" + name + BIND + "' holds addresses only.");
      }
      links.computeIfAbsent(name, key -> new ArrayList<>()).add(text);
    }
  }

  private boolean isLink(Members element) {
    return element.byName().size() == 1 && uri(element) != null;
  }

  private static String uri(Members element) {
    return element.byName().get(METADATA) instanceof Members metadata
            && metadata.byName().get("uri") instanceof String uri
        ? uri
        : null;
  }

  /** The members of one element of a collection. */
  private Map<String, Object> complex(String name, Members element) {
    Map<String, Object> members = new LinkedHashMap<>();
    element
        .byName()
        .forEach(
            (member, value) -> {
              if (isAnnotation(member)) {
                return;
              }
              if (value instanceof Members || value instanceof Elements) {
                throw Unreadable.because(
                    "'%s' in '%s' must be a plain value.".formatted(member, name));
              }
              members.put(member, value);
            });
    return members;
  }

  private void requireVerbose() {
    if (form != Representation.VERBOSE_JSON) {
      throw Refusal.badRequest(
          "A body with __metadata is verbose JSON: send it as application/json;odata=verbose.");
    }
  }
}
