package dev.amsshell.render;

import dev.amsshell.base.SafeText;
import dev.amsshell.job.Fault;
import dev.amsshell.job.JobState;
import dev.amsshell.render.page.Paged;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Values for people: rows as an aligned table, one job, record or map as a card, what is a page as
 * that, text as it is, nothing for null.
 */
public final class TablePrinter implements Printer {
  /** How many rows are read before the first is written. */
  private static final int SAMPLE = 250;

  private final UnaryOperator<String> clean;
  private final Supplier<Style> style;
  private final Consumer<String> notices;

  /**
   * @param clean applied to every text, such as to take out secrets
   * @param style of the place at the moment of printing
   * @param notices told what is no result, such as that there are no rows
   */
  public TablePrinter(
      UnaryOperator<String> clean, Supplier<Style> style, Consumer<String> notices) {
    this.clean = clean;
    this.style = style;
    this.notices = notices;
  }

  @Override
  public void print(Object value, PrintStream sink) {
    Style now = style.get();
    try (Output out = new Output(sink)) {
      Result result = Result.of(value);
      if (result instanceof Result.Many many) {
        rows(many, out, now);
      } else if (result instanceof Result.One one && one.value() != null) {
        if (one.value() instanceof Paged paged) {
          new PagePrinter(new Pen(now, clean)).print(paged.page(), out);
        } else {
          one(one.value(), out, now);
        }
      }
    }
  }

  private void one(Object value, Output out, Style now) {
    Moments moments = new Moments(now.zone());
    CellText text = new CellText(clean, moments);
    boolean isCard =
        value instanceof Map<?, ?> map && !map.isEmpty()
            || value instanceof Record && !(value instanceof Fault);
    out.line(
        isCard ? new Cards(text, moments).of(value).text(now.hasColor()) : line(value, text, now));
  }

  private void rows(Result.Many many, Output out, Style now) {
    Moments moments = new Moments(now.zone());
    CellText text = new CellText(clean, moments);
    List<Object> sample = many.take(SAMPLE);
    if (sample.isEmpty()) {
      notices.accept("no " + noun(many.rowType()));
      return;
    }
    Shape shape = Shape.of(sample, text, moments);
    if (shape == null) {
      sample.forEach(row -> out.line(line(row, text, now)));
      many.rows().forEachRemaining(row -> out.line(line(row, text, now)));
      return;
    }
    Table table = new Table(shape, sample, now);
    out.add(table.heading()).add("\n");
    sample.forEach(row -> out.line(table.line(row)));
    many.rows()
        .forEachRemaining(
            row -> {
              String line = table.line(row);
              out.line(line == null ? line(row, text, now) : line);
            });
    if (!table.missing().isEmpty()) {
      notices.accept("no room for: " + String.join(", ", table.missing()));
    }
  }

  /** Text by itself is exact, except where it would be obeyed; what is made of parts never is. */
  private String line(Object value, CellText text, Style now) {
    if (value == null || value instanceof Instant || !isScalar(value)) {
      return text.of(value);
    }
    if (value instanceof JobState state && now.hasColor()) {
      return Colors.paint(state.name(), text.of(state));
    }
    String raw = clean.apply(value.toString());
    return now.isTerminal() ? SafeText.block(raw.replace("\r\n", "\n")) : raw;
  }

  private static boolean isScalar(Object value) {
    return !(value instanceof Record || value instanceof Map) && Result.rows(value) == null;
  }

  private static String noun(Class<?> rowType) {
    return rowType == null ? "rows" : rowType.getSimpleName().toLowerCase(Locale.ROOT) + "s";
  }
}
