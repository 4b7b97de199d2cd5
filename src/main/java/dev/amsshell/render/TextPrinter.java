package dev.amsshell.render;

import dev.amsshell.job.Job;
import dev.amsshell.job.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Values for people: strings raw, nothing for null, a list a line each, a job or a task as a card.
 */
public final class TextPrinter implements Printer {
  private static final int DEEPEST = 50;

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
    Object many =
        shown instanceof BaseStream || shown.getClass().isArray() ? Outline.of(shown) : shown;
    if (many instanceof Iterable<?> rows && !(many instanceof Path)) {
      return joined(rows, 0, "\n", "", "");
    }
    return inline(shown, 0);
  }

  /** One value on one line, as Groovy writes it. */
  private static String inline(Object value, int depth) {
    if (depth > DEEPEST) {
      // it may well contain itself
      return "...";
    }
    if (value instanceof Map<?, ?> map) {
      return map.isEmpty()
          ? "[:]"
          : map.entrySet().stream()
              .map(
                  entry ->
                      inline(entry.getKey(), depth + 1) + ":" + inline(entry.getValue(), depth + 1))
              .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Iterable<?> many && !(value instanceof Path)) {
      return joined(many, depth + 1, ", ", "[", "]");
    }
    return value instanceof Renderable live
        ? inline(live.rendered(), depth + 1)
        : String.valueOf(value);
  }

  private static String joined(
      Iterable<?> many, int depth, String between, String before, String after) {
    return StreamSupport.stream(many.spliterator(), false)
        .map(each -> inline(each, depth))
        .collect(Collectors.joining(between, before, after));
  }

  private static String card(List<Cards.Row> rows) {
    int width = rows.stream().mapToInt(row -> row.label().length()).max().orElse(0);
    return rows.stream()
        .map(row -> row.label() + " ".repeat(width - row.label().length() + 2) + row.value())
        .collect(Collectors.joining("\n"));
  }
}
