package dev.amsshell.render.html;

import dev.amsshell.base.SafeText;
import dev.amsshell.render.page.Block.Gantt;
import dev.amsshell.render.page.Block.Lane;
import dev.amsshell.render.page.Block.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What happened when: a lane for each thing, its phases as boxes along a time axis. */
final class GanttChart {
  private static final int ROW = 22;
  private static final int BAR = 14;
  private static final int LEFT = 230;
  private static final int LONGEST_LABEL = 32;

  private GanttChart() {}

  static void write(Gantt gantt, Writer writer) {
    Figure figure = Figure.open(gantt.caption(), writer);
    int bottom = gantt.lanes().size() * ROW + 4;
    TimeAxis axis = new TimeAxis(gantt.from(), gantt.to(), LEFT, Figure.WIDTH - 20);
    figure.picture(
        bottom + 38,
        "%d lanes from %s to %s"
            .formatted(
                gantt.lanes().size(),
                writer.moments().alone(gantt.from()),
                writer.moments().alone(gantt.to())));
    axis.draw(figure, writer, 0, bottom);
    for (int i = 0; i < gantt.lanes().size(); i++) {
      lane(gantt, gantt.lanes().get(i), i * ROW + 4, axis, figure, writer);
    }
    figure.line("axis", LEFT, bottom, Figure.WIDTH - 20, bottom);
    figure.endPicture();
    List<Figure.Key> keys =
        gantt.lanes().stream()
            .flatMap(lane -> lane.spans().stream())
            .map(span -> new Figure.Key(span.tone(), span.name()))
            .distinct()
            .toList();
    if (!keys.isEmpty()) {
      figure.legend(keys);
    }
    table(gantt, figure);
  }

  private static void lane(
      Gantt gantt, Lane lane, double y, TimeAxis axis, Figure figure, Writer writer) {
    String label = label(lane, writer);
    figure.html().open("g").element("title", label);
    figure.words("label", LEFT - 8, y + 11, "end", BarsChart.cut(label, LONGEST_LABEL));
    figure.html().close();
    for (Span span : lane.spans()) {
      if (span.to().isBefore(gantt.from()) || span.from().isAfter(gantt.to())) {
        continue;
      }
      double x = axis.place(span.from());
      String title =
          "%s: %s from %s to %s (%s)"
              .formatted(
                  label,
                  span.name(),
                  writer.moments().alone(span.from()),
                  writer.moments().alone(span.to()),
                  writer.text(Duration.between(span.from(), span.to())));
      // however short, it is to be seen
      figure.box(x, y, Math.max(2, axis.place(span.to()) - x), BAR, span.tone(), title);
    }
  }

  private static String label(Lane lane, Writer writer) {
    return lane.label().isBlank() && lane.id() != null
        ? writer.text(lane.id())
        : SafeText.line(lane.label());
  }

  private static void table(Gantt gantt, Figure figure) {
    List<List<Object>> rows = new ArrayList<>();
    for (Lane lane : gantt.lanes()) {
      for (Span span : lane.spans()) {
        rows.add(
            Arrays.asList(
                lane.label(),
                lane.id(),
                span.name(),
                span.from(),
                span.to(),
                Duration.between(span.from(), span.to())));
      }
    }
    figure.table(List.of("what", "job", "phase", "from", "to", "took"), rows);
  }
}
