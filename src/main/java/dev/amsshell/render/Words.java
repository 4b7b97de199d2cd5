package dev.amsshell.render;

import dev.amsshell.job.Job;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What records say of themselves, by the names of their components. Beside the state of a job
 * stands what follows from its tasks. Remembers the components of classes; for one thread.
 */
final class Words {
  private static final List<String> FROM_TASKS = List.of("progress", "errors");

  private final Map<Class<?>, List<Method>> known = new HashMap<>();

  /** The words of a class of records, in order. */
  Set<String> of(Class<?> type) {
    Set<String> words = new LinkedHashSet<>();
    for (Method accessor : accessors(type)) {
      words.add(accessor.getName());
      if (type == Job.class && accessor.getName().equals("state")) {
        words.addAll(FROM_TASKS);
      }
    }
    return words;
  }

  /** The words of a record with their values; a job without its tasks has none of theirs. */
  Map<String, Object> of(Record record) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Method accessor : accessors(record.getClass())) {
      String word = accessor.getName();
      if (record instanceof Job job && word.equals("tasks") && !job.hasTasks()) {
        continue;
      }
      values.put(word, read(accessor, record));
      if (record instanceof Job job && word.equals("state") && job.hasTasks()) {
        values.put("progress", job.getProgress());
        values.put("errors", job.getErrors());
      }
    }
    return values;
  }

  private List<Method> accessors(Class<?> type) {
    return known.computeIfAbsent(
        type,
        each ->
            Stream.of(each.getRecordComponents())
                .map(RecordComponent::getAccessor)
                // the class itself may be hidden in a script
                .peek(Method::trySetAccessible)
                .toList());
  }

  private static Object read(Method accessor, Record record) {
    try {
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + accessor, e);
    }
  }
}
