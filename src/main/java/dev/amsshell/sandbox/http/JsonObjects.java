package dev.amsshell.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** JSON objects as maps. */
public final class JsonObjects {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonObjects() {}

  /** An object as text. */
  public static String write(Map<String, ?> object) {
    try {
      return MAPPER.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An object from text.
   *
   * @throws IOException when it is no JSON object
   */
  public static Map<String, Object> read(byte[] text) throws IOException {
    Map<String, Object> object = MAPPER.readValue(text, new TypeReference<>() {});
    if (object == null) {
      throw new IOException("null is no object");
    }
    return object;
  }

  /** An answer that must not be kept by anybody on the way. */
  public static Answer answer(int status, Map<String, ?> object) {
    return Answer.of(status, "application/json; charset=utf-8", write(object))
        .with("Cache-Control", "no-store");
  }
}
