package dev.amsshell.sandbox.odata;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** Verbose JSON: everything within {@code d}, links as deferred members (wire sheet 5.4). */
final class VerboseJson implements PayloadFormat, Json.Form {

  private static final String CONTENT_TYPE = "application/json;odata=verbose;charset=utf-8";

  private final String endpoint;

  VerboseJson(URI endpoint) {
    this.endpoint = endpoint.toString();
  }

  @Override
  public String contentType(Resource resource) {
    return CONTENT_TYPE;
  }

  @Override
  public String version(Resource resource) {
    return resource.needsVersion3() ? "3.0;" : "1.0;";
  }

  @Override
  public String errorContentType() {
    return CONTENT_TYPE;
  }

  @Override
  public String errorVersion() {
    return "1.0;";
  }

  @Override
  public String error(String message) {
    return Json.of(json -> Json.error(json, "error", message));
  }

  @Override
  public String write(Resource resource) {
    return Json.of(
        json -> {
          json.writeStartObject();
          json.writeFieldName("d");
          Json.resource(json, resource, this);
          json.writeEndObject();
        });
  }

  @Override
  public void sets(JsonGenerator json, Resource.ServiceDocument document) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("EntitySets");
    for (String set : document.sets()) {
      json.writeString(set);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  @Override
  public <T> void rows(JsonGenerator json, Resource.Rows<T> rows) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("results");
    for (T row : rows.rows()) {
      entity(json, rows.type(), row, rows.selection());
    }
    json.writeEndArray();
    if (rows.next() != null) {
      json.writeStringField("__next", endpoint + rows.next());
    }
    json.writeEndObject();
  }

  @Override
  public void links(JsonGenerator json, Resource.Links links) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("results");
    for (String address : links.addresses()) {
      json.writeStartObject();
      json.writeStringField("uri", endpoint + address);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  @Override
  public <T> void single(JsonGenerator json, Resource.Single<T> single) throws IOException {
    entity(json, single.type(), single.row(), single.selection());
  }

  @Override
  public void value(JsonGenerator json, Resource.Value<?> value) throws IOException {
    json.writeStartObject();
    json.writeFieldName(value.property().name());
    if (value.value() instanceof Instant instant) {
      olderDate(json, instant);
    } else {
      anything(json, value.value(), "");
    }
    json.writeEndObject();
  }

  /** An answer below OData 3.0 has the older form of a date (wire sheet 4.5). */
  private static void olderDate(JsonGenerator json, Instant instant) throws IOException {
    json.writeRawValue("\"\\/Date(" + instant.toEpochMilli() + ")\\/\"");
  }

  private <T> void entity(JsonGenerator json, EntityType<T> type, T row, Selection selection)
      throws IOException {
    String address = endpoint + WireValues.address(type, row);
    json.writeStartObject();
    json.writeObjectFieldStart("__metadata");
    json.writeStringField("id", address);
    json.writeStringField("uri", address);
    json.writeStringField("type", type.qualifiedName());
    json.writeEndObject();
    for (Navigation<T> link : type.navigations()) {
      if (selection.includes(link.name())) {
        json.writeObjectFieldStart(link.name());
        json.writeObjectFieldStart("__deferred");
        json.writeStringField("uri", address + "/" + link.name());
        json.writeEndObject();
        json.writeEndObject();
      }
    }
    for (Property<T> property : type.properties()) {
      if (selection.includes(property.name())) {
        Object value = property.read().apply(row);
        json.writeFieldName(property.name());
        if (value instanceof Instant instant && !type.needsVersion3()) {
          olderDate(json, instant);
        } else {
          anything(json, value, "Z");
        }
      }
    }
    json.writeEndObject();
  }

  /**
   * @param zone what a date ends with: the service wrote a Z behind the dates of a job or task but
   *     none behind those within its collections (wire sheet 4.5)
   */
  private static void anything(JsonGenerator json, Object value, String zone) throws IOException {
    if (value instanceof Instant instant) {
      json.writeString(WireValues.date(instant) + zone);
    } else if (value instanceof Double number) {
      json.writeNumber(WireValues.shortest(number));
    } else if (value instanceof ComplexList list) {
      json.writeStartObject();
      json.writeObjectFieldStart("__metadata");
      json.writeStringField("type", list.type());
      json.writeEndObject();
      json.writeArrayFieldStart("results");
      for (Map<String, Object> item : list.items()) {
        json.writeStartObject();
        for (Map.Entry<String, Object> member : item.entrySet()) {
          json.writeFieldName(member.getKey());
          anything(json, member.getValue(), "");
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } else {
      Json.plain(json, value);
    }
  }
}
