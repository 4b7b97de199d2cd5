package dev.amsshell.render;

import dev.amsshell.job.Job;
import dev.amsshell.job.Task;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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
    Object outline = Outline.brief(shown);
    return outline instanceof List<?> rows ? joined(rows, "\n", "", "") : inline(outline);
  }

  /** One value on one line, as Groovy writes it. */
  private static String inline(Object outline) {
    if (outline instanceof Map<?, ?> map) {
      return map.isEmpty()
          ? "[:]"
          : map.entrySet().stream()
              .map(entry -> entry.getKey() + ":" + inline(entry.getValue()))
              .collect(Collectors.joining(", ", "[", "]"));
    }
    return outline instanceof List<?> many ? joined(many, ", ", "[", "]") : String.valueOf(outline);
  }

  private static String joined(List<?> many, String between, String before, String after) {
    return many.stream()
        .map(TextPrinter::inline)
        .collect(Collectors.joining(between, before, after));
  }

  private static String card(List<Cards.Row> rows) {
    int width = rows.stream().mapToInt(row -> row.label().length()).max().orElse(0);
    return rows.stream()
        .map(row -> row.label() + " ".repeat(width - row.label().length() + 2) + row.value())
        .collect(Collectors.joining("\n"));
  }
}
