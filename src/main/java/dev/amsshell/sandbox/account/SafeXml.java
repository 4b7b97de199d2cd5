package dev.amsshell.sandbox.account;

import dev.amsshell.sandbox.http.XmlInput;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Goes through XML from its beginning to its end. */
final class SafeXml {

  private SafeXml() {}

  /**
   * Shows the reader at each of its events.
   *
   * @throws XMLStreamException when it is not well-formed, or has a document type
   */
  static void read(String text, Consumer<XMLStreamReader> each) throws XMLStreamException {
    XMLStreamReader reader = XmlInput.reader(text);
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.DTD) {
        throw new XMLStreamException("a document type is not allowed", reader.getLocation());
      }
      each.accept(reader);
    }
  }
}
