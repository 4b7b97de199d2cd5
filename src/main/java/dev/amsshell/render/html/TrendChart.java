package dev.amsshell.render.html;

import dev.amsshell.render.Plain;
import dev.amsshell.render.page.Block.Trend;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Amounts over time as small columns within a line of text. */
final class TrendChart {
  private static final int STEP = 6;
  private static final int HEIGHT = 18;

  private TrendChart() {}

  static void write(Trend trend, Writer writer) {
    List<Long> amounts = trend.amounts();
    if (amounts.isEmpty()) {
      return;
    }
    Html html = writer.html();
    String says = amounts.stream().map(Plain::amount).collect(Collectors.joining(", "));
    String name = writer.name("trend");
    int width = amounts.size() * STEP;
    html.open(
        "svg",
        "class",
        "trend",
        "viewBox",
        "0 0 %d %d".formatted(width, HEIGHT),
        "width",
        width,
        "height",
        HEIGHT,
        "role",
        "img",
        "aria-labelledby",
        name);
    html.element("title", "over time: " + says, "id", name);
    long top = Math.max(1, Collections.max(amounts));
    for (int i = 0; i < amounts.size(); i++) {
      double height = amounts.get(i) <= 0 ? 1 : 2 + (HEIGHT - 2.0) * amounts.get(i) / top;
      html.open(
              "rect",
              "x",
              i * STEP,
              "y",
              Figure.number(HEIGHT - height),
              "width",
              STEP - 1,
              "height",
              Figure.number(height))
          .close();
    }
    html.close();
  }
}
