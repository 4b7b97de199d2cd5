package dev.amsshell.render;

import dev.amsshell.render.page.Block.Gantt;
import dev.amsshell.render.page.Block.Lane;
import dev.amsshell.render.page.Block.Span;
import dev.amsshell.render.page.Tone;
import dev.amsshell.render.scale.TimeTicks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What happened when: a lane of characters for each thing, below a time axis. */
final class GanttText {
  private static final int LEAST_LANE = 16;
  private static final int TICK_APART = 12;

  private GanttText() {}

  static List<String> of(Gantt gantt, Pen pen) {
    if (gantt.lanes().isEmpty()) {
      return List.of("none");
    }
    List<String> labels = gantt.lanes().stream().map(lane -> label(lane, pen)).toList();
    int widest = Columns.widest(labels.stream());
    int label =
        pen.style().width() == Style.UNLIMITED
            ? widest
            : Math.min(widest, Math.max(8, pen.room() / 3));
    int columns = Math.max(LEAST_LANE, pen.room() - label - Layout.GAP - 2);
    String edge = pen.either("\u2503", "|");
    List<String> lines = new ArrayList<>();
    lines.add((" ".repeat(label + Layout.GAP + 1) + axis(gantt, columns, pen)).stripTrailing());
    for (int i = 0; i < labels.size(); i++) {
      String lane = lane(gantt, gantt.lanes().get(i), columns, pen);
      lines.add(pen.padded(labels.get(i), label) + "  " + edge + lane + edge);
    }
    lines.addAll(pen.wrapped(legend(gantt, pen), pen.room()));
    return lines;
  }

  private static String label(Lane lane, Pen pen) {
    return lane.label().isBlank() && lane.id() != null
        ? pen.line(lane.id())
        : pen.line(lane.label());
  }

  private static String axis(Gantt gantt, int columns, Pen pen) {
    TimeTicks ticks =
        TimeTicks.between(
            gantt.from(), gantt.to(), Math.max(1, columns / TICK_APART), pen.style().zone());
    StringBuilder axis = new StringBuilder();
    for (Instant tick : ticks.moments()) {
      int place = place(gantt, tick, columns);
      String label = ticks.label(tick);
      if (place + label.length() <= columns && (axis.isEmpty() || place > axis.length())) {
        axis.append(" ".repeat(place - axis.length())).append(label);
      }
    }
    return axis.toString();
  }

  private static String lane(Gantt gantt, Lane lane, int columns, Pen pen) {
    Tone[] marks = new Tone[columns];
    for (Span span : lane.spans()) {
      if (span.to().isBefore(gantt.from()) || span.from().isAfter(gantt.to())) {
        continue;
      }
      int begin = Math.min(columns - 1, place(gantt, span.from(), columns));
      // however short, it is to be seen
      int end = Math.max(begin + 1, place(gantt, span.to(), columns));
      for (int i = begin; i < end; i++) {
        marks[i] = span.tone();
      }
    }
    StringBuilder drawn = new StringBuilder();
    for (int i = 0; i < columns; ) {
      int end = i;
      while (end < columns && marks[end] == marks[i]) {
        end++;
      }
      String fill = marks[i] == null ? " " : fill(marks[i], pen);
      String run = fill.repeat(end - i);
      drawn.append(marks[i] == null ? run : pen.paint(marks[i], run));
      i = end;
    }
    return drawn.toString();
  }

  /** The column of a moment, from 0 to the number of columns. */
  private static int place(Gantt gantt, Instant moment, int columns) {
    double whole = Math.max(1, Duration.between(gantt.from(), gantt.to()).toMillis());
    double share = Duration.between(gantt.from(), moment).toMillis() / whole;
    return (int) (Math.max(0, Math.min(1, share)) * columns);
  }

  private static String legend(Gantt gantt, Pen pen) {
    Map<Tone, Set<String>> names = new EnumMap<>(Tone.class);
    gantt.lanes().stream()
        .flatMap(lane -> lane.spans().stream())
        .forEach(
            span ->
                names
                    .computeIfAbsent(span.tone(), tone -> new LinkedHashSet<>())
                    .add(pen.line(span.name())));
    List<String> legend = new ArrayList<>();
    names.forEach((tone, all) -> legend.add(fill(tone, pen) + " " + String.join(" or ", all)));
    return "from %s to %s; %s"
        .formatted(
            pen.moments().alone(gantt.from()),
            pen.moments().alone(gantt.to()),
            String.join(", ", legend));
  }

  private static String fill(Tone tone, Pen pen) {
    return switch (tone) {
      case WAITING -> pen.either("\u2591", ".");
      case BUSY -> pen.either("\u2592", "=");
      case GOOD -> pen.either("\u2588", "#");
      case BAD -> "x";
      case WARN -> "!";
      case PLAIN -> pen.either("\u2501", "-");
    };
  }
}
