package dev.amsshell.sandbox.http;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Header fields by their names, in any letter case; of a repeated field the first counts. */
public final class Headers {

  private final Map<String, String> fields;

  private Headers(Map<String, String> fields) {
    this.fields = Collections.unmodifiableMap(fields);
  }

  /** These fields; of names that differ in letter case only, the first counts. */
  public static Headers of(Map<String, String> fields) {
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    fields.forEach(copy::putIfAbsent);
    return new Headers(copy);
  }

  /** The value of a field. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** All of them, in alphabetical order. */
  public Map<String, String> all() {
    return fields;
  }

  /** The same with one field more, or with another value of it. */
  public Headers with(String name, String value) {
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(fields);
    copy.put(name, value);
    return new Headers(copy);
  }
}
