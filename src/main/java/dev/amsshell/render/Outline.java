package dev.amsshell.render;

import dev.amsshell.job.Job;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.BaseStream;

/**
 * Any value reduced to maps, lists and scalars, which is all that printers need to know. Records
 * become maps by the names of their components, which are the words of the shell.
 */
final class Outline {
  private Outline() {}

  static Object of(Object value) {
    return of(value, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  /**
   * @param path the values that this one is a part of
   */
  private static Object of(Object value, Set<Object> path) {
    if (value == null || !path.add(value)) {
      return value == null ? null : "...";
    }
    try {
      return parts(value, path);
    } finally {
      path.remove(value);
    }
  }

  private static Object parts(Object value, Set<Object> path) {
    if (value instanceof Renderable live) {
      return of(live.rendered(), path);
    }
    if (value instanceof Job job) {
      return job(job, path);
    }
    if (value instanceof Record record) {
      return record(record, path);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> outline = new LinkedHashMap<>();
      map.forEach((key, each) -> outline.put(String.valueOf(key), of(each, path)));
      return outline;
    }
    if (value instanceof Iterable<?> many && !(value instanceof java.nio.file.Path)) {
      List<Object> outline = new ArrayList<>();
      many.forEach(each -> outline.add(of(each, path)));
      return outline;
    }
    if (value instanceof BaseStream<?, ?> stream) {
      List<Object> outline = new ArrayList<>();
      stream.iterator().forEachRemaining(each -> outline.add(of(each, path)));
      return outline;
    }
    if (value.getClass().isArray()) {
      List<Object> outline = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        outline.add(of(Array.get(value, i), path));
      }
      return outline;
    }
    return value;
  }

  /** What follows from the tasks stands beside the state; without tasks it is left out. */
  private static Map<String, Object> job(Job job, Set<Object> path) {
    Map<String, Object> outline = new LinkedHashMap<>();
    for (RecordComponent component : Job.class.getRecordComponents()) {
      if (component.getName().equals("tasks") && !job.hasTasks()) {
        continue;
      }
      outline.put(component.getName(), of(read(component, job), path));
      if (component.getName().equals("state") && job.hasTasks()) {
        outline.put("progress", job.getProgress());
        outline.put("errors", of(job.getErrors(), path));
      }
    }
    return outline;
  }

  private static Map<String, Object> record(Record record, Set<Object> path) {
    Map<String, Object> outline = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      outline.put(component.getName(), of(read(component, record), path));
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
