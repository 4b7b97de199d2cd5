package dev.amsshell.render.html;

import dev.amsshell.render.Plain;
import dev.amsshell.render.page.Block.Series;
import dev.amsshell.render.page.Block.Steps;
import dev.amsshell.render.scale.AmountTicks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Amounts through time as columns, those of all kinds on top of each other. */
final class StepsChart {
  private static final int TOP = 8;
  private static final int HEIGHT = 180;
  private static final int LEFT = 56;
  private static final int BELOW = 38;

  private StepsChart() {}

  static void write(Steps steps, Writer writer) {
    int count = steps.series().stream().mapToInt(each -> each.amounts().size()).max().orElse(0);
    Figure figure = Figure.open(steps.caption(), writer);
    figure.picture(TOP + HEIGHT + BELOW, says(steps, writer));
    long highest = IntStream.range(0, count).mapToLong(i -> sum(steps, i)).max().orElse(0);
    List<Long> ticks = AmountTicks.to(highest, 4);
    long top = ticks.get(ticks.size() - 1);
    for (long tick : ticks) {
      double y = y(tick, top);
      figure.line(tick == 0 ? "axis" : "grid", LEFT, y, Figure.WIDTH - 1, y);
      figure.words("tick", LEFT - 8, y + 4, "end", Plain.amount(tick));
    }
    Instant to = steps.from().plus(steps.step().multipliedBy(Math.max(1, count)));
    new TimeAxis(steps.from(), to, LEFT, Figure.WIDTH - 1)
        .draw(figure, writer, TOP + HEIGHT, TOP + HEIGHT + 4);
    for (int i = 0; i < count; i++) {
      column(steps, i, count, top, figure, writer);
    }
    figure.endPicture();
    if (!steps.series().isEmpty()) {
      figure.legend(
          steps.series().stream().map(each -> new Figure.Key(each.tone(), each.name())).toList());
    }
    table(steps, count, figure);
  }

  private static void column(
      Steps steps, int i, int count, long top, Figure figure, Writer writer) {
    double width = (Figure.WIDTH - 1.0 - LEFT) / count;
    double gap = Math.min(3, width / 6);
    String when = writer.moments().alone(begin(steps, i));
    long below = 0;
    for (Series each : steps.series()) {
      long amount = amount(each, i);
      if (amount > 0) {
        double y = y(below + amount, top);
        figure.box(
            LEFT + i * width + gap / 2,
            y,
            width - gap,
            y(below, top) - y,
            each.tone(),
            "%s: %s from %s".formatted(each.name(), Plain.amount(amount), when));
        below += amount;
      }
    }
  }

  private static double y(long amount, long top) {
    return TOP + HEIGHT - (double) amount / top * HEIGHT;
  }

  private static void table(Steps steps, int count, Figure figure) {
    List<String> headings = new ArrayList<>(List.of("from"));
    steps.series().forEach(each -> headings.add(each.name()));
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Object> row = new ArrayList<>(List.of(begin(steps, i)));
      for (Series each : steps.series()) {
        row.add(amount(each, i));
      }
      rows.add(row);
    }
    figure.table(headings, rows);
  }

  private static String says(Steps steps, Writer writer) {
    String from = writer.moments().alone(steps.from());
    return steps.series().stream()
        .map(
            each ->
                "%s in steps of %s from %s: highest %s"
                    .formatted(
                        each.name(),
                        Plain.span(steps.step()),
                        from,
                        Plain.amount(
                            each.amounts().stream().mapToLong(Long::longValue).max().orElse(0))))
        .collect(Collectors.joining("; "));
  }

  private static Instant begin(Steps steps, int i) {
    return steps.from().plus(steps.step().multipliedBy(i));
  }

  private static long sum(Steps steps, int i) {
    return steps.series().stream().mapToLong(each -> amount(each, i)).sum();
  }

  private static long amount(Series series, int i) {
    return i < series.amounts().size() ? series.amounts().get(i) : 0;
  }
}
