package dev.amsshell.render;

import dev.amsshell.render.page.Block.Series;
import dev.amsshell.render.page.Block.Steps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Amounts through time: a small curve for each kind, each drawn to its own height. */
final class StepsText {
  private static final int LEAST_CURVE = 8;
  private static final int MOST_LABEL = 24;

  /** The columns of the words and gaps around label, curve and numbers. */
  private static final int WORDS = "    total   max ".length();

  private StepsText() {}

  static List<String> of(Steps steps, Pen pen) {
    int count = steps.series().stream().mapToInt(each -> each.amounts().size()).max().orElse(0);
    if (count == 0) {
      return List.of("none");
    }
    int labels = Columns.widest(steps.series().stream().map(each -> pen.line(each.name())));
    int label = pen.style().width() == Style.UNLIMITED ? labels : Math.min(labels, MOST_LABEL);
    String sum = steps.areLevels() ? "last" : "total";
    int totals = Columns.widest(steps.series().stream().map(each -> sum(steps, each)));
    int tops = Columns.widest(steps.series().stream().map(StepsText::top));
    int columns = pen.room() - label - totals - tops - WORDS;
    List<String> lines = new ArrayList<>();
    if (columns < LEAST_CURVE) {
      columns = Math.max(LEAST_CURVE, pen.room());
      for (Series each : steps.series()) {
        String numbers =
            "%s, %s %s, max %s".formatted(each.name(), sum, sum(steps, each), top(each));
        lines.addAll(pen.wrapped(pen.line(numbers), pen.room()));
        lines.add(pen.paint(each.tone(), curve(each, columns, pen)));
      }
    } else {
      int drawn = Math.min(columns, count);
      for (Series each : steps.series()) {
        String curve = curve(each, columns, pen);
        lines.add(
            pen.padded(pen.line(each.name()), label)
                + "  "
                + pen.paint(each.tone(), curve)
                + " ".repeat(Math.max(0, drawn - curve.length()))
                + "  "
                + sum
                + " "
                + Columns.right(sum(steps, each), totals)
                + "  max "
                + Columns.right(top(each), tops));
      }
    }
    lines.addAll(pen.wrapped(axis(steps, count, columns, pen), pen.room()));
    return lines;
  }

  private static String curve(Series series, int columns, Pen pen) {
    return Sparkline.of(series.amounts(), columns, pen.style().isUnicode());
  }

  /** Such as {@code from 2015-02-11 01:00:00 UTC to 2015-02-11 07:00:00 UTC, 1 h a character}. */
  private static String axis(Steps steps, int count, int columns, Pen pen) {
    Instant to = steps.from().plus(steps.step().multipliedBy(count));
    int merged = Sparkline.steps(count, columns);
    String each = Plain.span(steps.step().multipliedBy(merged));
    return "from %s to %s; a character is %s%s, each line to its own height"
        .formatted(
            pen.moments().alone(steps.from()),
            pen.moments().alone(to),
            each,
            merged == 1 ? "" : " at its highest " + Plain.span(steps.step()));
  }

  private static String sum(Steps steps, Series series) {
    List<Long> amounts = series.amounts();
    return Plain.amount(
        amounts.isEmpty()
            ? 0
            : steps.areLevels()
                ? amounts.get(amounts.size() - 1)
                : amounts.stream().mapToLong(Long::longValue).sum());
  }

  private static String top(Series series) {
    return Plain.amount(series.amounts().isEmpty() ? 0 : Collections.max(series.amounts()));
  }
}
