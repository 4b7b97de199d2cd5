package dev.amsshell.render;

import dev.amsshell.job.Fault;
import dev.amsshell.job.JobState;
import dev.amsshell.render.Column.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Maps and records as rows: a column for each key, in the order in which they first appear. */
final class KeyedShape implements Shape {
  private static final Pattern ID =
      Pattern.compile("(?i).*[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Words words = new Words();
  private final CellText text;

  KeyedShape(CellText text) {
    this.text = text;
  }

  /** What the row says by key; null when it has no keys. */
  Map<String, Object> fields(Object row) {
    // a fault is a sentence, which no cell should cut
    if (row instanceof Record record && !(row instanceof Fault)) {
      return words.of(record);
    }
    if (!(row instanceof Map<?, ?> map)) {
      return null;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    map.forEach((key, value) -> fields.put(text.of(key), value));
    return fields;
  }

  @Override
  public List<Column> columns(List<?> sample) {
    List<Map<String, Object>> rows = sample.stream().map(this::fields).toList();
    Set<String> keys = new LinkedHashSet<>();
    rows.forEach(row -> keys.addAll(row.keySet()));
    List<Column> columns = new ArrayList<>();
    for (String key : keys) {
      List<Object> values =
          rows.stream().map(row -> row.get(key)).filter(Objects::nonNull).toList();
      Kind kind = kind(values);
      boolean isNeeded = columns.isEmpty() || kind == Kind.ID;
      columns.add(new Column(key, kind, isNeeded ? Column.ALWAYS : -columns.size()));
    }
    return columns;
  }

  @Override
  public Map<String, String> cells(Object row) {
    Map<String, Object> fields = fields(row);
    if (fields == null) {
      return null;
    }
    Map<String, String> cells = new LinkedHashMap<>();
    fields.forEach(
        (key, value) -> {
          if (value != null) {
            cells.put(key, text.of(value));
          }
        });
    return cells;
  }

  @Override
  public boolean tellsAll() {
    return true;
  }

  private Kind kind(List<Object> values) {
    if (values.isEmpty()) {
      return Kind.TEXT;
    }
    if (values.stream().allMatch(Number.class::isInstance)) {
      return Kind.NUMBER;
    }
    if (values.stream().allMatch(JobState.class::isInstance)) {
      return Kind.STATE;
    }
    // half a time would be a wrong one
    if (values.stream().allMatch(Plain::isTime)) {
      return Kind.FIXED;
    }
    return values.stream().anyMatch(KeyedShape::isId) ? Kind.ID : Kind.TEXT;
  }

  private static boolean isId(Object value) {
    return value instanceof CharSequence && ID.matcher((CharSequence) value).matches();
  }
}
