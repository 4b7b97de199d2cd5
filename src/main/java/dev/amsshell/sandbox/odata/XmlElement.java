package dev.amsshell.sandbox.odata;

import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.http.XmlInput;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of XML that was read. Names are without prefix and namespace: clients choose those
 * freely, and no two that occur differ in nothing else.
 *
 * @param text all text directly in it
 */
record XmlElement(
    String name, Map<String, String> attributes, List<XmlElement> children, String text) {

  /** Deeper bodies are refused, before the parsers of newer JDKs do so by themselves. */
  private static final int DEEPEST = 50;

  /** The root of a document; one with a document type is refused, for what it may drag in. */
  static XmlElement parse(byte[] body) {
    XMLStreamReader reader = null;
    try {
      reader = XmlInput.reader(text(body));
      while (reader.next() != XMLStreamConstants.START_ELEMENT) {
        if (reader.getEventType() == XMLStreamConstants.DTD) {
          throw at(reader.getLocation(), "a document type is not allowed");
        }
      }
      XmlElement root = element(reader, 0);
      while (reader.hasNext()) {
        reader.next();
      }
      return root;
    } catch (XMLStreamException e) {
      // The parser's own message has several lines and shows its workings.
      Location where =
          e.getLocation() == null && reader != null ? reader.getLocation() : e.getLocation();
      throw where == null
          ? Unreadable.because("the XML is malformed.")
          : at(where, "the XML is malformed");
    }
  }

  /** Decoded here, since at a byte that is no UTF-8 the parser writes on the standard error. */
  private static String text(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw Unreadable.because("the XML is not in UTF-8.");
    }
  }

  Optional<XmlElement> child(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
  }

  List<XmlElement> children(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted)).toList();
  }

  /** An attribute, empty when it is not there. */
  String attribute(String wanted) {
    return attributes.getOrDefault(wanted, "");
  }

  private static XmlElement element(XMLStreamReader reader, int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw at(reader.getLocation(), "the XML is nested too deeply");
    }
    String name = reader.getLocalName();
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.putIfAbsent(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    List<XmlElement> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (reader.next() != XMLStreamConstants.END_ELEMENT) {
      switch (reader.getEventType()) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(reader.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw at(reader.getLocation(), "an entity that is not declared");
        default -> {
          // Comments and processing instructions say nothing.
        }
      }
    }
    return new XmlElement(name, attributes, children, text.toString());
  }

  private static Refusal at(Location where, String reason) {
    return Unreadable.at(where.getLineNumber(), where.getColumnNumber(), reason);
  }
}
