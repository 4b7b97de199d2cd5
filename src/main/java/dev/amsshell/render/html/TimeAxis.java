package dev.amsshell.render.html;

import dev.amsshell.render.Moments;
import dev.amsshell.render.scale.TimeTicks;
import java.time.Duration;
import java.time.Instant;

/** Where a moment is in a picture. */
record TimeAxis(Instant from, Instant to, double left, double right) {
  private static final int TICKS = 9;

  /** Its place, at an end when it is beyond. */
  double place(Instant moment) {
    double whole = Math.max(1, Duration.between(from, to).toMillis());
    double share = Duration.between(from, moment).toMillis() / whole;
    return left + Math.max(0, Math.min(1, share)) * (right - left);
  }

  /** Lines from top to bottom, and the times below them. */
  void draw(Figure figure, Writer writer, double top, double bottom) {
    TimeTicks ticks = TimeTicks.between(from, to, TICKS, writer.zone());
    for (Instant tick : ticks.moments()) {
      figure.line("grid", place(tick), top, place(tick), bottom);
      figure.words("tick", place(tick), bottom + 15, "middle", ticks.label(tick));
    }
    Moments moments = writer.moments();
    figure.words(
        "tick",
        right,
        bottom + 31,
        "end",
        "%s to %s (%s)"
            .formatted(moments.inColumn(from), moments.inColumn(to), moments.zoneName()));
  }
}
