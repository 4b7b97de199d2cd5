package dev.amsshell.render.html;

import dev.amsshell.job.JobId;
import dev.amsshell.job.JobState;
import dev.amsshell.render.Moments;
import dev.amsshell.render.Plain;
import dev.amsshell.render.page.Block.Trend;
import dev.amsshell.render.page.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Values of a page as markup, and names of elements that are there once. */
final class Writer {
  private final Html html;
  private final ZoneId zone;
  private final Moments moments;
  private int names;
  private String heading = "";

  Writer(Html html, ZoneId zone) {
    this.html = html;
    this.zone = zone;
    this.moments = new Moments(zone);
  }

  Html html() {
    return html;
  }

  ZoneId zone() {
    return zone;
  }

  Moments moments() {
    return moments;
  }

  /** A name that no other element of the page has. */
  String name(String kind) {
    return kind + "-" + ++names;
  }

  /** Remembers what the section is headed with. */
  void within(String heading) {
    this.heading = heading;
  }

  /** Whether the heading of the section says the same. */
  boolean isHeading(String caption) {
    return caption.equals(heading);
  }

  /** A value; nothing for null. */
  void value(Object value) {
    if (value instanceof Instant moment) {
      moment(moment, moments.alone(moment));
    } else if (value instanceof Duration duration) {
      html.element("time", Plain.duration(duration), "datetime", duration);
    } else if (value instanceof JobId id) {
      // the script puts a button beside it, which copies it
      html.element("code", text(id), "class", "id");
    } else if (value instanceof JobState state) {
      html.open("span", "class", "state " + tone(Tone.of(state))).text(state.name()).close();
    } else if (value instanceof Trend trend) {
      TrendChart.write(trend, this);
    } else if (value instanceof List<?> many) {
      list(many);
    } else if (value != null) {
      html.lines(text(value));
    }
  }

  /** A moment in words of one's own. */
  void moment(Instant moment, String words) {
    html.element("time", words, "datetime", moment);
  }

  /** The value as text. */
  String text(Object value) {
    return Plain.value(value, moments);
  }

  private void list(List<?> many) {
    html.open("ul", "class", "values");
    for (Object each : many) {
      html.open("li");
      value(each);
      html.close();
    }
    html.close();
  }

  /** The class of what has a tone. */
  static String tone(Tone tone) {
    return "tone-" + tone.name().toLowerCase(Locale.ROOT);
  }
}
