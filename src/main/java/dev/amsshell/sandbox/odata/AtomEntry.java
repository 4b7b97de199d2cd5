package dev.amsshell.sandbox.odata;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes what is within the entry of an entity, in the order of the service (wire sheet 9). */
final class AtomEntry {

  private AtomEntry() {}

  static <T> void write(
      Xml xml, String endpoint, Instant now, EntityType<T> type, T row, Selection selection) {
    String address = WireValues.address(type, row);
    xml.open("id").text(endpoint + address).close();
    xml.open("category").attribute("term", type.qualifiedName());
    xml.attribute("scheme", XmlNames.SCHEME).close();
    xml.open("link").attribute("rel", "edit").attribute("title", type.name());
    xml.attribute("href", address).close();
    for (Navigation<T> link : type.navigations()) {
      if (selection.includes(link.name())) {
        xml.open("link").attribute("rel", XmlNames.RELATED + link.name());
        xml.attribute("type", "application/atom+xml;type=feed").attribute("title", link.name());
        xml.attribute("href", address + "/" + link.name()).close();
      }
    }
    xml.open("title").close();
    updated(xml, now);
    author(xml);
    xml.open("content").attribute("type", "application/xml").open("m:properties");
    for (Property<T> property : type.properties()) {
      if (selection.includes(property.name())) {
        XmlProperty.write(xml, property.name(), property.type(), property.read().apply(row));
      }
    }
    xml.close().close();
  }

  static void updated(Xml xml, Instant now) {
    xml.open("updated").text(now.truncatedTo(ChronoUnit.SECONDS).toString()).close();
  }

  static void author(Xml xml) {
    xml.open("author").open("name").close().close();
  }
}
