package dev.amsshell.sandbox.odata;

import java.time.Instant;
import java.util.Map;

/** Writes a property and its value (wire sheet 9). */
final class XmlProperty {

  private XmlProperty() {}

  static void write(Xml xml, String name, Edm type, Object value) {
    xml.open("d:" + name);
    content(xml, type, value);
    xml.close();
  }

  /** What is behind the name; of a null the service did not tell the type. */
  static void content(Xml xml, Edm type, Object value) {
    if (value == null) {
      xml.attribute("m:null", "true");
    } else if (value instanceof ComplexList list) {
      xml.attribute("m:type", list.type());
      for (Map<String, Object> item : list.items()) {
        xml.open("d:element");
        item.forEach((member, inner) -> write(xml, member, Edm.of(inner), inner));
        xml.close();
      }
    } else {
      if (type != Edm.STRING) {
        xml.attribute("m:type", type.wireName());
      }
      xml.text(text(value));
    }
  }

  private static String text(Object value) {
    if (value instanceof Instant instant) {
      return WireValues.date(instant);
    }
    return value instanceof Double number ? WireValues.shortest(number) : value.toString();
  }
}
