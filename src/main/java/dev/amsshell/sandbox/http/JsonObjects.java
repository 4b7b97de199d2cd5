package dev.amsshell.sandbox.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amsshell.sandbox.http.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** JSON objects as maps. */
final class JsonObjects {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonObjects() {}

  static String write(Map<String, ?> object) {
    try {
      return MAPPER.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IOException when it is no JSON object
   */
  static Map<String, Object> read(byte[] text) throws IOException {
    Map<String, Object> object = MAPPER.readValue(text, new TypeReference<>() {});
    if (object == null) {
      throw new IOException("null is no object");
    }
    return object;
  }

  /** An answer that must not be kept by anybody on the way. */
  static Answer answer(int status, Map<String, ?> object) {
    return Answer.of(status, "application/json; charset=utf-8", write(object))
        .with("Cache-Control", "no-store");
  }
}
