package dev.amsshell.sandbox.odata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.amsshell.sandbox.http.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON into values: null, a String, Boolean, Long or Double, {@link Members} or {@link
 * Elements}.
 */
final class JsonReader {

  /** A JSON object. */
  record Members(Map<String, Object> byName) {}

  /** A JSON array. */
  record Elements(List<Object> inOrder) {}

  /** Deeper bodies are refused before the stack gives out. */
  private static final int DEEPEST = 100;

  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonParser json;

  private JsonReader(JsonParser json) {
    this.json = json;
  }

  static Object read(byte[] body) {
    try (JsonParser json = FACTORY.createParser(body)) {
      JsonReader reader = new JsonReader(json);
      Object value = reader.value(json.nextToken(), 0);
      if (json.nextToken() != null) {
        throw reader.malformed("there is something behind its end");
      }
      return value;
    } catch (JsonProcessingException e) {
      // The parser's own message would show its workings, and what was sent.
      JsonLocation where = e.getLocation();
      throw where == null
          ? Unreadable.because("the JSON is malformed.")
          : Unreadable.at(where.getLineNr(), where.getColumnNr(), "the JSON is malformed");
    } catch (IOException e) {
      throw Unreadable.because("the JSON is not in UTF-8.");
    }
  }

  private Object value(JsonToken token, int depth) throws IOException {
    if (token == null) {
      throw malformed("the JSON ends early");
    }
    if (depth > DEEPEST) {
      throw malformed("the JSON is nested too deeply");
    }
    return switch (token) {
      case START_OBJECT -> members(depth);
      case START_ARRAY -> elements(depth);
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw malformed("the JSON is malformed");
    };
  }

  private Members members(int depth) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      if (members.containsKey(name)) {
        throw malformed("'" + name + "' is given more than once");
      }
      members.put(name, value(json.nextToken(), depth + 1));
    }
    return new Members(members);
  }

  private Elements elements(int depth) throws IOException {
    List<Object> elements = new ArrayList<>();
    for (JsonToken t = json.nextToken(); t != JsonToken.END_ARRAY; t = json.nextToken()) {
      elements.add(value(t, depth + 1));
    }
    return new Elements(elements);
  }

  private Object number(JsonToken token) throws IOException {
    boolean isLong =
        token == JsonToken.VALUE_NUMBER_INT
            && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    if (isLong) {
      return json.getLongValue();
    }
    double number = json.getDoubleValue();
    if (Double.isInfinite(number)) {
      throw malformed("a number is out of range");
    }
    return number;
  }

  private Refusal malformed(String reason) {
    JsonLocation where = json.currentTokenLocation();
    return Unreadable.at(where.getLineNr(), where.getColumnNr(), reason);
  }
}
