package dev.amsshell.render;

import dev.amsshell.job.Job;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.BaseStream;

/**
 * Any value reduced to maps, lists and scalars, which is all that printers need to know. Records
 * become maps by the names of their components, which are the words of the shell.
 */
final class Outline {
  private static final int DEEPEST = 50;

  private Outline() {}

  static Object of(Object value) {
    return of(value, 0);
  }

  private static Object of(Object value, int depth) {
    if (depth > DEEPEST) {
      // it may well contain itself
      return "...";
    }
    if (value instanceof Renderable live) {
      return of(live.rendered(), depth + 1);
    }
    if (value instanceof Job job) {
      return job(job, depth + 1);
    }
    if (value instanceof Record record) {
      return record(record, depth + 1);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> outline = new LinkedHashMap<>();
      map.forEach((key, each) -> outline.put(String.valueOf(key), of(each, depth + 1)));
      return outline;
    }
    if (value instanceof Iterable<?> many && !(value instanceof java.nio.file.Path)) {
      List<Object> outline = new ArrayList<>();
      many.forEach(each -> outline.add(of(each, depth + 1)));
      return outline;
    }
    if (value instanceof BaseStream<?, ?> stream) {
      List<Object> outline = new ArrayList<>();
      stream.iterator().forEachRemaining(each -> outline.add(of(each, depth + 1)));
      return outline;
    }
    if (value != null && value.getClass().isArray()) {
      List<Object> outline = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        outline.add(of(Array.get(value, i), depth + 1));
      }
      return outline;
    }
    return value;
  }

  /** What follows from the tasks stands beside the state; without tasks it is left out. */
  private static Map<String, Object> job(Job job, int depth) {
    Map<String, Object> outline = new LinkedHashMap<>();
    for (RecordComponent component : Job.class.getRecordComponents()) {
      if (component.getName().equals("tasks") && !job.hasTasks()) {
        continue;
      }
      outline.put(component.getName(), of(read(component, job), depth));
      if (component.getName().equals("state") && job.hasTasks()) {
        outline.put("progress", job.getProgress());
        outline.put("errors", of(job.getErrors(), depth));
      }
    }
    return outline;
  }

  private static Map<String, Object> record(Record record, int depth) {
    Map<String, Object> outline = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      outline.put(component.getName(), of(read(component, record), depth));
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
