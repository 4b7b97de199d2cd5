package dev.amsshell.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.amsshell.base.SafeText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Values as JSON: the shell's own words in camelCase, instants in ISO with Z, durations in ISO,
 * states by name, null as null. For one thread.
 */
final class JsonText {
  private static final int MOST_NAMES = 1000;

  private final JsonFactory factory = new JsonFactory().setCharacterEscapes(new SafeEscapes());
  private final Outline outline = Outline.full();
  private final Map<String, String> names = new HashMap<>();
  private final UnaryOperator<String> clean;

  /**
   * @param clean applied to every text before it is written, such as to take out secrets;
   *     afterwards it would be too late, since the result has to stay JSON
   */
  JsonText(UnaryOperator<String> clean) {
    this.clean = clean;
  }

  /** The value on one line. */
  String of(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = factory.createGenerator(text)) {
      write(json, outline.of(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(name((String) entry.getKey()));
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> many) {
      json.writeStartArray();
      for (Object each : many) {
        write(json, each);
      }
      json.writeEndArray();
    } else if (value instanceof Number number) {
      write(json, number);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (Plain.isTime(value)) {
      json.writeString(value.toString());
    } else {
      // JSON has no null inside text and no other scalars
      json.writeString(value == null ? null : text(value.toString()));
    }
  }

  private void write(JsonGenerator json, Number number) throws IOException {
    if (number instanceof BigDecimal decimal) {
      json.writeNumber(decimal);
    } else if (number instanceof BigInteger integer) {
      json.writeNumber(integer);
    } else if (number instanceof Float single && Float.isFinite(single)) {
      json.writeNumber(single);
    } else if (number instanceof Double || number instanceof Float) {
      if (Double.isFinite(number.doubleValue())) {
        json.writeNumber(number.doubleValue());
      } else {
        json.writeNull();
      }
    } else {
      json.writeNumber(number.longValue());
    }
  }

  /** Rows mostly have the same names. */
  private String name(String key) {
    return names.size() < MOST_NAMES ? names.computeIfAbsent(key, this::text) : text(key);
  }

  private String text(String value) {
    return wellFormed(clean.apply(value));
  }

  /** Half a surrogate pair cannot be written in UTF-8. */
  private static String wellFormed(String text) {
    StringBuilder clean = null;
    for (int i = 0; i < text.length(); i++) {
      if (SafeText.isPair(text, i)) {
        i++;
      } else if (Character.isSurrogate(text.charAt(i))) {
        clean = clean == null ? new StringBuilder(text) : clean;
        clean.setCharAt(i, '\ufffd');
      }
    }
    return clean == null ? text : clean.toString();
  }
}
