package dev.amsshell.render.html;

import dev.amsshell.render.Plain;
import dev.amsshell.render.page.Block.Sample;
import dev.amsshell.render.page.Block.Spread;
import dev.amsshell.render.scale.Bins;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Histograms below each other, over the same bins and to the same height, which is the share of
 * what each is made of, so that kinds of which there are many and few can be compared.
 */
final class SpreadChart {
  private static final int ROW = 102;
  private static final int HEIGHT = 56;
  private static final int HEAD = 40;
  private static final int LEFT = 1;

  private SpreadChart() {}

  static void write(Spread spread, Writer writer) {
    Bins bins = Bins.of(spread.samples());
    Figure figure = Figure.open(spread.caption(), writer);
    int bottom = spread.samples().size() * ROW;
    String says =
        spread.samples().stream().map(SpreadChart::says).collect(Collectors.joining("; "));
    figure.picture(bottom + 40, says);
    double top =
        spread.samples().stream()
            .flatMap(each -> shares(each, bins).stream())
            .max(Double::compare)
            .orElse(1.0);
    for (int i = 0; i < spread.samples().size(); i++) {
      sample(spread.samples().get(i), i * ROW, bins, top, figure);
    }
    double width = (Figure.WIDTH - 2.0 * LEFT) / bins.size();
    int every = Math.max(1, (bins.size() + 15) / 16);
    for (int i = 0; i <= bins.size(); i += every) {
      String anchor = i == 0 ? "start" : i == bins.size() ? "end" : "middle";
      figure.words("tick", LEFT + i * width, bottom + 12, anchor, Plain.span(bins.edges().get(i)));
    }
    figure.words(
        "tick",
        Figure.WIDTH - LEFT,
        bottom + 30,
        "end",
        bins.isLogarithmic() ? "later bins are longer (logarithmic)" : "all bins are equally long");
    figure.endPicture();
    table(spread, figure);
  }

  private static void sample(Sample sample, double y, Bins bins, double top, Figure figure) {
    double width = (Figure.WIDTH - 2.0 * LEFT) / bins.size();
    double base = y + HEAD + HEIGHT;
    figure.words("label strong", LEFT, y + 14, "start", BarsChart.cut(sample.name(), 60));
    List<Long> counts = bins.counts(sample.durations());
    List<Double> shares = shares(sample, bins);
    for (int i = 0; i < bins.size(); i++) {
      double height = shares.get(i) == 0 ? 0 : Math.max(1.5, shares.get(i) / top * HEIGHT);
      String range =
          "%s to %s: %s (%d %%)"
              .formatted(
                  Plain.span(bins.edges().get(i)),
                  Plain.span(bins.edges().get(i + 1)),
                  Plain.amount(counts.get(i)),
                  Math.round(shares.get(i) * 100));
      if (height > 0) {
        figure.box(LEFT + i * width + 1, base - height, width - 2, height, sample.tone(), range);
      }
    }
    figure.line("axis", LEFT, base, Figure.WIDTH - LEFT, base);
    sample
        .percentile(50)
        .ifPresent(at -> mark("median", at, LEFT + bins.place(at) * width, y, figure));
    sample
        .percentile(95)
        .ifPresent(at -> mark("p95", at, LEFT + bins.place(at) * width, y, figure));
    if (sample.durations().isEmpty()) {
      figure.words("tick", LEFT, base - 8, "start", "none");
    }
  }

  private static void mark(String name, Duration at, double x, double y, Figure figure) {
    boolean isMedian = name.equals("median");
    figure.line(isMedian ? "mark" : "mark dashed", x, y + HEAD - 14, x, y + HEAD + HEIGHT);
    String anchor = x > Figure.WIDTH - 140 ? "end" : x < 140 ? "start" : isMedian ? "end" : "start";
    String words = name + " " + Plain.duration(at);
    figure.words("tick", anchor.equals("end") ? x - 4 : x + 4, y + HEAD - 5, anchor, words);
  }

  private static List<Double> shares(Sample sample, Bins bins) {
    double all = Math.max(1, sample.durations().size());
    return bins.counts(sample.durations()).stream().map(each -> each / all).toList();
  }

  private static String says(Sample sample) {
    return sample.percentile(50).isEmpty()
        ? sample.name() + ": none"
        : "%s: median %s, 95th percentile %s"
            .formatted(sample.name(), words(sample, 50), words(sample, 95));
  }

  private static String words(Sample sample, int percent) {
    return sample.percentile(percent).map(Plain::duration).orElse("");
  }

  private static void table(Spread spread, Figure figure) {
    List<List<Object>> rows = new ArrayList<>();
    for (Sample each : spread.samples()) {
      List<Object> row = new ArrayList<>(List.of(each.name(), (long) each.durations().size()));
      for (int percent : new int[] {50, 95, 100}) {
        row.add(each.percentile(percent).orElse(null));
      }
      rows.add(row);
    }
    figure.table(List.of("what", "count", "median", "p95", "longest"), rows);
  }
}
