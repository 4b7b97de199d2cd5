package dev.amsshell.service.v2;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the properties of an entity, which may be missing, null, or of a neighbouring type: a
 * service that adds or leaves out a property must not break a client at night.
 */
final class Fields {
  private final JsonNode entity;

  Fields(JsonNode entity) {
    this.entity = entity;
  }

  /** Text, or null. */
  String text(String name) {
    JsonNode value = entity.path(name);
    return value.isValueNode() && !value.isNull() ? value.asText() : null;
  }

  /** A whole number, 0 when there is none. */
  int integer(String name) {
    return entity.path(name).asInt(0);
  }

  /** A whole number by its label; one that has none, which nobody has seen, is kept as unknown. */
  String label(String name, List<String> labels) {
    int code = integer(name);
    return code >= 0 && code < labels.size() ? labels.get(code) : "Unknown(" + code + ")";
  }

  /** A number, 0 when there is none. */
  double number(String name) {
    double value = entity.path(name).asDouble(0);
    return Double.isFinite(value) ? value : 0;
  }

  boolean flag(String name) {
    return entity.path(name).asBoolean(false);
  }

  /** A moment, or null when there is none or it cannot be one. */
  Instant instant(String name) {
    String text = text(name);
    return text == null ? null : WireDates.parse(text);
  }

  /** A duration that travels as a number of milliseconds (wire sheet 4.6). */
  Duration milliseconds(String name) {
    return Duration.ofNanos(Math.round(Math.min(number(name), Long.MAX_VALUE / 1e6) * 1e6));
  }

  /** The elements of a collection, bare as in minimal JSON or wrapped as in verbose (5.4). */
  <T> List<T> collection(String name, Function<Fields, T> element) {
    JsonNode value = entity.path(name);
    JsonNode elements = value.isArray() ? value : value.path("results");
    List<T> result = new ArrayList<>(elements.size());
    for (JsonNode each : elements) {
      result.add(element.apply(new Fields(each)));
    }
    return result;
  }
}
