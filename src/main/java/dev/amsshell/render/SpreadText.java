package dev.amsshell.render;

import dev.amsshell.render.page.Block.Sample;
import dev.amsshell.render.page.Block.Spread;
import dev.amsshell.render.scale.Bins;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How long things took: a line for each kind, with a small histogram over the same bins. */
final class SpreadText {
  private static final int MOST_LABEL = 28;

  private SpreadText() {}

  static List<String> of(Spread spread, Pen pen) {
    Bins bins = Bins.of(spread.samples());
    List<String> names = column(spread, "", sample -> pen.line(sample.name()));
    List<String> counts = column(spread, "count", sample -> count(sample));
    List<String> medians = column(spread, "median", sample -> percentile(sample, 50));
    List<String> highs = column(spread, "p95", sample -> percentile(sample, 95));
    int label = Columns.widest(names.stream());
    int room = pen.style().width() == Style.UNLIMITED ? label : Math.min(label, MOST_LABEL);
    int width = room + 8 + bins.size() + widest(counts) + widest(medians) + widest(highs);
    List<String> lines = new ArrayList<>();
    if (width > pen.room()) {
      spread.samples().forEach(sample -> lines.addAll(narrow(sample, bins, pen)));
      lines.addAll(pen.wrapped(scale(bins), pen.room()));
      return lines;
    }
    for (int i = 0; i < names.size(); i++) {
      lines.add(
          (pen.padded(names.get(i), room)
                  + "  "
                  + Columns.right(counts.get(i), widest(counts))
                  + "  "
                  + Columns.right(medians.get(i), widest(medians))
                  + "  "
                  + Columns.right(highs.get(i), widest(highs))
                  + "  "
                  + (i == 0 ? "" : curve(spread.samples().get(i - 1), bins, pen)))
              .stripTrailing());
    }
    lines.addAll(pen.wrapped(scale(bins), pen.room()));
    return lines;
  }

  private static List<String> narrow(Sample sample, Bins bins, Pen pen) {
    String numbers =
        "%s: %s, median %s, p95 %s"
            .formatted(
                sample.name(), count(sample), percentile(sample, 50), percentile(sample, 95));
    List<String> lines = new ArrayList<>(pen.wrapped(pen.line(numbers), pen.room()));
    lines.add(curve(sample, bins, pen));
    return lines;
  }

  private static int widest(List<String> column) {
    return Columns.widest(column.stream());
  }

  private static List<String> column(Spread spread, String heading, Function<Sample, String> cell) {
    List<String> column = new ArrayList<>(List.of(heading));
    spread.samples().stream().map(cell).forEach(column::add);
    return column;
  }

  private static String curve(Sample sample, Bins bins, Pen pen) {
    return sample.durations().isEmpty()
        ? ""
        : pen.paint(
            sample.tone(),
            Sparkline.of(bins.counts(sample.durations()), bins.size(), pen.style().isUnicode()));
  }

  private static String scale(Bins bins) {
    List<Duration> edges = bins.edges();
    String range =
        "histograms from %s to %s, each to its own height, "
            .formatted(Plain.span(edges.get(0)), Plain.span(edges.get(edges.size() - 1)));
    return range
        + (bins.isLogarithmic()
            ? "later bins longer (logarithmic): they end at "
                + String.join(", ", edges.stream().skip(1).map(Plain::span).toList())
            : "in bins of " + Plain.span(edges.get(1).minus(edges.get(0))));
  }

  private static String count(Sample sample) {
    return Plain.amount(sample.durations().size());
  }

  private static String percentile(Sample sample, int percent) {
    return sample.percentile(percent).map(Plain::duration).orElse("-");
  }
}
