package dev.amsshell.sandbox.odata;

import com.fasterxml.jackson.core.JsonFactory;
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

  private static final JsonFactory FACTORY = new JsonFactory();

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
