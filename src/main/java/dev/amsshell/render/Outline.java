package dev.amsshell.render;

import dev.amsshell.base.SafeText;
import dev.amsshell.job.Job;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.BaseStream;

/**
 * Any value reduced to maps, lists and scalars, which is all that printers need to know. Records
 * become maps by the names of their components, which are the words of the shell.
 */
final class Outline {
  private final Function<Record, Object> ofRecord;

  /** The values that the one at hand is a part of: what contains itself must end. */
  private final Set<Object> path = Collections.newSetFromMap(new IdentityHashMap<>());

  private Outline(boolean spelledOut) {
    this.ofRecord = spelledOut ? this::record : record -> SafeText.line(record.toString());
  }

  /** Everything there is to know: records become maps. */
  static Object of(Object value) {
    return new Outline(true).outline(value);
  }

  /** Enough for a line: records, which hold what the service said, become their harmless text. */
  static Object brief(Object value) {
    return new Outline(false).outline(value);
  }

  private Object outline(Object value) {
    if (value == null) {
      return null;
    }
    if (!path.add(value)) {
      return "...";
    }
    try {
      return parts(value);
    } finally {
      path.remove(value);
    }
  }

  private Object parts(Object value) {
    if (value instanceof Renderable live) {
      return outline(live.rendered());
    }
    if (value instanceof Record record) {
      return ofRecord.apply(record);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> outline = new LinkedHashMap<>();
      map.forEach((key, each) -> outline.put(String.valueOf(key), outline(each)));
      return outline;
    }
    List<Object> outline = new ArrayList<>();
    if (value instanceof Iterable<?> many && !(value instanceof Path)) {
      many.forEach(each -> outline.add(outline(each)));
    } else if (value instanceof BaseStream<?, ?> stream) {
      stream.iterator().forEachRemaining(each -> outline.add(outline(each)));
    } else if (value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        outline.add(outline(Array.get(value, i)));
      }
    } else {
      return value;
    }
    return outline;
  }

  /**
   * Of a job, what follows from its tasks stands beside its state; without tasks it is left out.
   */
  private Map<String, Object> record(Record record) {
    Map<String, Object> outline = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      String name = component.getName();
      if (record instanceof Job job && name.equals("tasks") && !job.hasTasks()) {
        continue;
      }
      outline.put(name, outline(read(component, record)));
      if (record instanceof Job job && name.equals("state") && job.hasTasks()) {
        outline.put("progress", job.getProgress());
        outline.put("errors", outline(job.getErrors()));
      }
    }
    return outline;
  }

  private static Object read(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
