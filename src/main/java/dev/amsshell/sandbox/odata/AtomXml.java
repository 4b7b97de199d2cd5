package dev.amsshell.sandbox.odata;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;

/** Atom for entities and plain XML for what is none, as the official clients ask (wire sheet 9). */
final class AtomXml implements PayloadFormat {

  private static final String XML = "application/xml;charset=utf-8";

  private final String endpoint;
  private final Clock clock;

  AtomXml(URI endpoint, Clock clock) {
    this.endpoint = endpoint.toString();
    this.clock = clock;
  }

  /** Without its {@code type} the Java client takes an entry for a feed (wire sheet 9). */
  @Override
  public String contentType(Resource resource) {
    if (resource instanceof Resource.Rows<?>) {
      return "application/atom+xml;type=feed;charset=utf-8";
    }
    return resource instanceof Resource.Single<?>
        ? "application/atom+xml;type=entry;charset=utf-8"
        : XML;
  }

  @Override
  public String version(Resource resource) {
    return resource.needsVersion3() ? "3.0;" : "1.0;";
  }

  @Override
  public String errorContentType() {
    return XML;
  }

  @Override
  public String errorVersion() {
    return "1.0;";
  }

  @Override
  public String error(String message) {
    Xml xml = new Xml().open("m:error").attribute("xmlns:m", XmlNames.METADATA);
    xml.open("m:code").close();
    xml.open("m:message").attribute("xml:lang", "en-US").text(message).close();
    return xml.close().toString();
  }

  @Override
  public String write(Resource resource) {
    Xml xml = new Xml();
    if (resource instanceof Resource.ServiceDocument document) {
      sets(xml, document);
    } else if (resource instanceof Resource.Rows<?> rows) {
      feed(xml, rows);
    } else if (resource instanceof Resource.Single<?> single) {
      entry(xml, single);
    } else if (resource instanceof Resource.Value<?> value) {
      value(xml, value);
    } else if (resource instanceof Resource.Links links) {
      links(xml, links);
    }
    return xml.toString();
  }

  private void sets(Xml xml, Resource.ServiceDocument document) {
    xml.open("service").attribute("xml:base", endpoint);
    xml.attribute("xmlns", XmlNames.PUBLISHING).attribute("xmlns:atom", XmlNames.ATOM);
    xml.open("workspace").open("atom:title").text("Default").close();
    for (String set : document.sets()) {
      xml.open("collection").attribute("href", set);
      xml.open("atom:title").text(set).close().close();
    }
    xml.close().close();
  }

  private <T> void feed(Xml xml, Resource.Rows<T> rows) {
    Instant now = clock.instant();
    String set = rows.type().set();
    xml.open("feed").attribute("xml:base", endpoint).attribute("xmlns", XmlNames.ATOM);
    dataNamespaces(xml);
    xml.open("id").text(endpoint + rows.address()).close();
    xml.open("title").attribute("type", "text").text(set).close();
    AtomEntry.updated(xml, now);
    xml.open("link").attribute("rel", "self").attribute("title", set);
    xml.attribute("href", rows.address()).close();
    for (T row : rows.rows()) {
      xml.open("entry");
      AtomEntry.write(xml, endpoint, now, rows.type(), row, rows.selection());
      xml.close();
    }
    if (rows.rows().isEmpty()) {
      // A feed must name an author somewhere, and there is no entry to do it.
      AtomEntry.author(xml);
    }
    if (rows.next() != null) {
      xml.open("link").attribute("rel", "next").attribute("href", endpoint + rows.next()).close();
    }
    xml.close();
  }

  private <T> void entry(Xml xml, Resource.Single<T> single) {
    xml.open("entry").attribute("xml:base", endpoint).attribute("xmlns", XmlNames.ATOM);
    dataNamespaces(xml);
    xml.attribute("xmlns:georss", XmlNames.GEORSS).attribute("xmlns:gml", XmlNames.GML);
    AtomEntry.write(
        xml, endpoint, clock.instant(), single.type(), single.row(), single.selection());
    xml.close();
  }

  private static void value(Xml xml, Resource.Value<?> value) {
    xml.open("d:" + value.property().name());
    dataNamespaces(xml);
    XmlProperty.content(xml, value.property().type(), value.value());
    xml.close();
  }

  private void links(Xml xml, Resource.Links links) {
    xml.open("links").attribute("xmlns", XmlNames.DATA);
    links.addresses().forEach(address -> xml.open("uri").text(endpoint + address).close());
    xml.close();
  }

  private static void dataNamespaces(Xml xml) {
    xml.attribute("xmlns:d", XmlNames.DATA).attribute("xmlns:m", XmlNames.METADATA);
  }
}
