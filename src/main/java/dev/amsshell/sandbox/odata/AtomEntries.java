package dev.amsshell.sandbox.odata;

import dev.amsshell.sandbox.odata.Entry.Representation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads an entity from an Atom entry, however little of Atom is in it (wire sheet 5.5 and 9). */
final class AtomEntries {

  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final Map<String, List<String>> links = new LinkedHashMap<>();
  private final Map<String, List<Entry>> inline = new LinkedHashMap<>();

  private AtomEntries() {}

  /**
   * @param type what says of a property without a type of its own which one it has
   */
  static Entry read(byte[] body, EntityType<?> type) {
    XmlElement root = XmlElement.parse(body);
    if (!root.name().equals("entry")) {
      throw Unreadable.because("an Atom entry is expected, not '" + root.name() + "'.");
    }
    return entry(root, type);
  }

  private static Entry entry(XmlElement element, EntityType<?> type) {
    AtomEntries entry = new AtomEntries();
    element.children("link").forEach(entry::link);
    Stream.concat(
            element.children("properties").stream(),
            element.children("content").stream()
                .flatMap(content -> content.children("properties").stream()))
        .flatMap(found -> found.children().stream())
        .forEach(property -> entry.property(property, type));
    return new Entry(Representation.ATOM, entry.properties, entry.links, entry.inline);
  }

  private void link(XmlElement link) {
    String relation = link.attribute("rel");
    if (!relation.startsWith(XmlNames.RELATED)) {
      return;
    }
    String name = relation.substring(XmlNames.RELATED.length());
    XmlElement content = link.child("inline").orElse(null);
    if (content != null) {
      Stream.concat(
              content.children("entry").stream(),
              content.children("feed").stream().flatMap(feed -> feed.children("entry").stream()))
          .forEach(
              inner ->
                  inline.computeIfAbsent(name, key -> new ArrayList<>()).add(entry(inner, null)));
      return;
    }
    if (link.attribute("href").isBlank()) {
      throw Unreadable.because("the link '" + name + "' has no href.");
    }
    links.computeIfAbsent(name, key -> new ArrayList<>()).add(link.attribute("href"));
  }

  private void property(XmlElement property, EntityType<?> type) {
    String name = property.name();
    if (properties.containsKey(name)) {
      throw Unreadable.because("'" + name + "' is given more than once.");
    }
    Edm declared =
        type == null ? Edm.STRING : type.property(name).map(Property::type).orElse(Edm.STRING);
    boolean collection =
        property.attribute("type").startsWith("Collection(")
            || declared == Edm.COLLECTION
            || !property.children().isEmpty();
    properties.put(
        name,
        collection && !AtomValue.isNull(property)
            ? property.children().stream().map(element -> complex(name, element)).toList()
            : AtomValue.of(property, declared));
  }

  private static Map<String, Object> complex(String name, XmlElement element) {
    if (!element.name().equals("element")) {
      throw Unreadable.because("'" + name + "' must be a plain value or a collection.");
    }
    Map<String, Object> members = new LinkedHashMap<>();
    for (XmlElement member : element.children()) {
      if (members.containsKey(member.name())) {
        throw Unreadable.because("'" + member.name() + "' is given more than once.");
      }
      members.put(member.name(), AtomValue.of(member, Edm.STRING));
    }
    return members;
  }
}
