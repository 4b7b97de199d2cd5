package dev.amsshell.sandbox.account;

import java.io.Reader;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML that a stranger wrote: nothing outside of it is ever fetched. */
final class SafeXml {

  private SafeXml() {}

  /**
   * Shows the reader at each of its events.
   *
   * @throws XMLStreamException when it is not well-formed, or has a document type
   */
  static void read(Reader text, Consumer<XMLStreamReader> each) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    XMLStreamReader reader = factory.createXMLStreamReader(text);
    try {
      while (reader.hasNext()) {
        reader.next();
        each.accept(reader);
      }
    } finally {
      reader.close();
    }
  }
}
