package dev.amsshell.render;

import dev.amsshell.render.page.Paged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reduces values to maps, lists and scalars. Records become maps by the names of their components,
 * which are the words of the shell. For one thread.
 */
final class Outline {
  private final Words words = new Words();
  private final boolean takesRecordsApart;

  /** The values that the one at hand is a part of: what contains itself must end. */
  private final Set<Object> path = Collections.newSetFromMap(new IdentityHashMap<>());

  private Outline(boolean takesRecordsApart) {
    this.takesRecordsApart = takesRecordsApart;
  }

  /** Everything there is to know. */
  static Outline full() {
    return new Outline(true);
  }

  /** Enough for a line: a record is the text that it makes of itself. */
  static Outline brief() {
    return new Outline(false);
  }

  Object of(Object value) {
    Object shown = Renderable.resolve(value);
    if (shown == null) {
      return null;
    }
    if (!path.add(shown)) {
      return "...";
    }
    try {
      return parts(shown);
    } finally {
      path.remove(shown);
    }
  }

  private Object parts(Object value) {
    if (takesRecordsApart && value instanceof Paged paged) {
      return of(paged.data());
    }
    if (takesRecordsApart && value instanceof Record record) {
      return outlines(words.of(record));
    }
    if (value instanceof Map<?, ?> map) {
      return outlines(map);
    }
    Iterator<?> rows = Result.rows(value);
    if (rows == null) {
      return value;
    }
    List<Object> outline = new ArrayList<>();
    rows.forEachRemaining(each -> outline.add(of(each)));
    return outline;
  }

  private Map<String, Object> outlines(Map<?, ?> map) {
    Map<String, Object> outline = new LinkedHashMap<>();
    map.forEach(
        (key, each) -> {
          String name = String.valueOf(key);
          if (outline.containsKey(name)) {
            throw new IllegalArgumentException(
                "two keys of a map are both written '%s', so that one would be lost"
                    .formatted(name));
          }
          outline.put(name, of(each));
        });
    return outline;
  }
}
