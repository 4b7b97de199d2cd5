package dev.amsshell.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters behind the question mark, decoded; spaces may be %20 or + (wire sheet 5.2). */
public final class QueryString {

  private final Map<String, String> parameters = new LinkedHashMap<>();

  private QueryString() {}

  /**
   * @param raw what stands behind the question mark, null without one
   */
  public static QueryString parse(String raw) {
    QueryString query = new QueryString();
    if (raw != null) {
      for (String pair : raw.split("&")) {
        query.add(pair);
      }
    }
    return query;
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  public Set<String> names() {
    return parameters.keySet();
  }

  private void add(String pair) {
    int equals = pair.indexOf('=');
    String name = decode(equals < 0 ? pair : pair.substring(0, equals)).strip();
    String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
    if (parameters.put(name, value) != null) {
      throw Refusal.badRequest("The query parameter '" + name + "' is given more than once.");
    }
  }

  private static String decode(String raw) {
    try {
      return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("The query has a malformed percent sign.");
    }
  }
}
