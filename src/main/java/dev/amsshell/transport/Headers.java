package dev.amsshell.transport;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The headers of an answer, as they came. Their names are compared in any letter case.
 *
 * @param list each line, in order
 */
public record Headers(List<Header> list) {
  /** No headers. */
  public static final Headers NONE = new Headers(List.of());

  public Headers {
    list = List.copyOf(list);
  }

  /** The value of the first header of that name. */
  public Optional<String> first(String name) {
    return list.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  /** The values by name; a look-up in the map ignores letter case, too. */
  public Map<String, List<String>> map() {
    Map<String, List<String>> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    list.forEach(
        header ->
            map.computeIfAbsent(header.name(), name -> new ArrayList<>()).add(header.value()));
    return Collections.unmodifiableMap(map);
  }
}
