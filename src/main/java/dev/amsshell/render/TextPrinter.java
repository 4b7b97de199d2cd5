package dev.amsshell.render;

import dev.amsshell.base.SafeText;
import dev.amsshell.job.Job;
import dev.amsshell.job.Task;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Values for people: strings raw, nothing for null, a list a line each, a job or a task as a card.
 */
public final class TextPrinter implements Printer {
  private final UnaryOperator<String> clean;

  /**
   * @param clean applied to the whole text, such as to take out secrets
   */
  public TextPrinter(UnaryOperator<String> clean) {
    this.clean = clean;
  }

  @Override
  public String print(Object value) {
    return clean.apply(text(value));
  }

  private static String text(Object value) {
    Object shown = value instanceof Renderable live ? live.rendered() : value;
    if (shown == null) {
      return "";
    }
    if (shown instanceof Job job) {
      return card(Cards.of(job));
    }
    if (shown instanceof Task task) {
      return card(Cards.of(task));
    }
    Set<Object> path = Collections.newSetFromMap(new IdentityHashMap<>());
    Object many =
        shown instanceof BaseStream || shown.getClass().isArray() ? Outline.of(shown) : shown;
    if (many instanceof Iterable<?> rows && !(many instanceof Path)) {
      path.add(many);
      return joined(rows, path, "\n", "", "");
    }
    return inline(shown, path);
  }

  /** One value on one line, as Groovy writes it. */
  private static String inline(Object value, Set<Object> path) {
    if (value instanceof Record record) {
      // it holds what the service said
      return SafeText.line(record.toString());
    }
    boolean isMany = value instanceof Map || value instanceof Iterable && !(value instanceof Path);
    if (!isMany) {
      return value instanceof Renderable live
          ? inline(live.rendered(), path)
          : String.valueOf(value);
    }
    if (!path.add(value)) {
      return "...";
    }
    try {
      return value instanceof Map<?, ?> map
          ? inline(map, path)
          : joined((Iterable<?>) value, path, ", ", "[", "]");
    } finally {
      path.remove(value);
    }
  }

  private static String inline(Map<?, ?> map, Set<Object> path) {
    return map.isEmpty()
        ? "[:]"
        : map.entrySet().stream()
            .map(entry -> inline(entry.getKey(), path) + ":" + inline(entry.getValue(), path))
            .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String joined(
      Iterable<?> many, Set<Object> path, String between, String before, String after) {
    return StreamSupport.stream(many.spliterator(), false)
        .map(each -> inline(each, path))
        .collect(Collectors.joining(between, before, after));
  }

  private static String card(List<Cards.Row> rows) {
    int width = rows.stream().mapToInt(row -> row.label().length()).max().orElse(0);
    return rows.stream()
        .map(row -> row.label() + " ".repeat(width - row.label().length() + 2) + row.value())
        .collect(Collectors.joining("\n"));
  }
}
