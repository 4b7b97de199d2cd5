package dev.amsshell.sandbox.odata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes JSON into a string. */
final class Json {

  /** Something that writes. */
  interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  /** Half a surrogate pair, which a name may hold, gets through UTF-8 only as an escape. */
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder().highestNonEscapedChar(Character.MIN_SURROGATE - 1).build();

  private Json() {}

  static String of(Writing writing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The members that an error has in both kinds of JSON (wire sheet 7.1). */
  static void error(JsonGenerator json, String member, String message) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart(member);
    json.writeStringField("code", "");
    json.writeObjectFieldStart("message");
    json.writeStringField("lang", "en-US");
    json.writeStringField("value", message);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** How each kind of resource is written in one kind of JSON. */
  interface Form {
    void sets(JsonGenerator json, Resource.ServiceDocument document) throws IOException;

    <T> void rows(JsonGenerator json, Resource.Rows<T> rows) throws IOException;

    <T> void single(JsonGenerator json, Resource.Single<T> single) throws IOException;

    void value(JsonGenerator json, Resource.Value<?> value) throws IOException;

    void links(JsonGenerator json, Resource.Links links) throws IOException;
  }

  static void resource(JsonGenerator json, Resource resource, Form form) throws IOException {
    if (resource instanceof Resource.ServiceDocument document) {
      form.sets(json, document);
    } else if (resource instanceof Resource.Rows<?> rows) {
      form.rows(json, rows);
    } else if (resource instanceof Resource.Single<?> single) {
      form.single(json, single);
    } else if (resource instanceof Resource.Value<?> value) {
      form.value(json, value);
    } else if (resource instanceof Resource.Links links) {
      form.links(json, links);
    }
  }

  /** A value that is spelt alike in both kinds of JSON; 64-bit numbers travel as strings. */
  static void plain(JsonGenerator json, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else {
      json.writeString(value.toString());
    }
  }
}
