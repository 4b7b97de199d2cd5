package dev.amsshell.sandbox.odata;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** JSON light with minimal metadata (wire sheet 5.4). */
final class MinimalJson implements PayloadFormat, Json.Form {

  private static final String CONTENT_TYPE =
      "application/json;odata=minimalmetadata;streaming=true;charset=utf-8";

  private final String endpoint;
  private final String metadata;

  MinimalJson(URI endpoint) {
    this.endpoint = endpoint.toString();
    this.metadata = endpoint + "$metadata";
  }

  @Override
  public String contentType(Resource resource) {
    return CONTENT_TYPE;
  }

  /**
   * This form itself is of OData 3.0, so that it cannot say less, whatever section 10 of the wire
   * sheet has for verbose JSON and Atom.
   */
  @Override
  public String version(Resource resource) {
    return "3.0;";
  }

  @Override
  public String errorContentType() {
    return CONTENT_TYPE;
  }

  @Override
  public String errorVersion() {
    return "3.0;";
  }

  @Override
  public String error(String message) {
    return Json.of(json -> Json.error(json, "odata.error", message));
  }

  @Override
  public String write(Resource resource) {
    return Json.of(
        json -> {
          json.writeStartObject();
          Json.resource(json, resource, this);
          json.writeEndObject();
        });
  }

  @Override
  public void sets(JsonGenerator json, Resource.ServiceDocument document) throws IOException {
    json.writeStringField("odata.metadata", metadata);
    json.writeArrayFieldStart("value");
    for (String set : document.sets()) {
      json.writeStartObject();
      json.writeStringField("name", set);
      json.writeStringField("url", set);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  @Override
  public <T> void rows(JsonGenerator json, Resource.Rows<T> rows) throws IOException {
    String context = "#" + rows.type().set() + rows.selection().suffix();
    json.writeStringField("odata.metadata", metadata + context);
    json.writeArrayFieldStart("value");
    for (T row : rows.rows()) {
      json.writeStartObject();
      members(json, rows.type(), row, rows.selection());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (rows.next() != null) {
      json.writeStringField("odata.nextLink", endpoint + rows.next());
    }
  }

  @Override
  public void links(JsonGenerator json, Resource.Links links) throws IOException {
    json.writeArrayFieldStart("value");
    for (String address : links.addresses()) {
      json.writeStartObject();
      json.writeStringField("url", endpoint + address);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  @Override
  public <T> void single(JsonGenerator json, Resource.Single<T> single) throws IOException {
    String context = "#" + single.type().set() + "/@Element" + single.selection().suffix();
    json.writeStringField("odata.metadata", metadata + context);
    members(json, single.type(), single.row(), single.selection());
  }

  @Override
  public void value(JsonGenerator json, Resource.Value<?> value) throws IOException {
    if (value.value() == null) {
      json.writeStringField("odata.metadata", metadata + "#Edm.Null");
      json.writeBooleanField("odata.null", true);
      return;
    }
    String type =
        value.value() instanceof ComplexList list
            ? list.type()
            : value.property().type().wireName();
    json.writeStringField("odata.metadata", metadata + "#" + type);
    json.writeFieldName("value");
    anything(json, value.value());
  }

  private <T> void members(JsonGenerator json, EntityType<T> type, T row, Selection selection)
      throws IOException {
    for (Property<T> property : type.properties()) {
      if (selection.includes(property.name())) {
        json.writeFieldName(property.name());
        anything(json, property.read().apply(row));
      }
    }
  }

  private void anything(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Instant instant) {
      json.writeString(WireValues.date(instant));
    } else if (value instanceof Double number) {
      json.writeNumber(WireValues.pointed(number));
    } else if (value instanceof ComplexList list) {
      json.writeStartArray();
      for (Map<String, Object> item : list.items()) {
        json.writeStartObject();
        for (Map.Entry<String, Object> member : item.entrySet()) {
          json.writeFieldName(member.getKey());
          anything(json, member.getValue());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    } else {
      Json.plain(json, value);
    }
  }
}
