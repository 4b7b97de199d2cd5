package dev.amsshell.render.html;

import dev.amsshell.render.page.Tone;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A picture with its caption, what its marks mean, and the same as a table.
 *
 * <p>Pictures are plain SVG written by us. A charting library either needs a script from elsewhere
 * or a megabyte of it inside each file, and its marks carry neither titles nor roles; plain SVG is
 * small, prints, and is there without any script.
 */
final class Figure {
  /** The width of a picture in its own units, which are about pixels on a wide screen. */
  static final int WIDTH = 860;

  private final Writer writer;
  private final Html html;
  private final String caption;

  /** The outlines of the boxes of each tone, until they are covered with its pattern. */
  private final Map<Tone, StringBuilder> boxes = new EnumMap<>(Tone.class);

  private Figure(String caption, Writer writer) {
    this.caption = caption;
    this.writer = writer;
    this.html = writer.html();
  }

  /** Begins it. */
  static Figure open(String caption, Writer writer) {
    Figure figure = new Figure(caption, writer);
    figure.html.open("figure");
    if (!caption.isBlank()) {
      String unseen = writer.isHeading(caption) ? "unseen" : null;
      figure.html.element("figcaption", caption, "class", unseen);
    }
    return figure;
  }

  /**
   * Begins the picture.
   *
   * @param says what is to be seen, for those who cannot see it
   */
  void picture(int height, String says) {
    String title = writer.name("title");
    String desc = writer.name("desc");
    html.open("div", "class", "picture");
    html.open(
        "svg",
        "viewBox",
        "0 0 %d %d".formatted(WIDTH, height),
        "role",
        "img",
        "aria-labelledby",
        title + " " + desc);
    html.element("title", caption.isBlank() ? "Picture" : caption, "id", title);
    html.element("desc", says, "id", desc);
  }

  void endPicture() {
    patterns();
    html.close().closeLine();
  }

  /** What a mark stands for. */
  record Key(Tone tone, String name) {}

  void legend(List<Key> keys) {
    html.open("ul", "class", "legend");
    for (Key key : keys) {
      html.open("li").open("svg", "viewBox", "0 0 16 12", "aria-hidden", "true");
      box(1, 1, 14, 10, key.tone(), null);
      patterns();
      html.close().text(key.name()).close();
    }
    html.closeLine();
  }

  /** The same as a table, and the end of the figure. */
  void table(List<String> headings, List<List<Object>> rows) {
    html.open("details").element("summary", "The same as a table");
    DataTable.write(caption, headings, rows, writer);
    html.close().closeLine();
  }

  /**
   * A box filled as its tone says.
   *
   * @param title shown by a pointer that rests on it; none when null
   */
  void box(double x, double y, double width, double height, Tone tone, String title) {
    html.open(
        "rect",
        "class",
        Writer.tone(tone),
        "x",
        number(x),
        "y",
        number(y),
        "width",
        number(width),
        "height",
        number(height));
    if (title != null) {
      html.element("title", title);
    }
    html.close();
    String across = number(width);
    boxes
        .computeIfAbsent(tone, each -> new StringBuilder())
        .append(
            "M%s %sh%sv%sh-%sz".formatted(number(x), number(y), across, number(height), across));
  }

  /** One path for all boxes of a tone: each use of a pattern costs a printer, or a PDF, a lot. */
  private void patterns() {
    boxes.forEach(
        (tone, outlines) ->
            html.open("path", "class", "over-" + Writer.tone(tone), "d", outlines).close());
    boxes.clear();
  }

  void line(String kind, double x1, double y1, double x2, double y2) {
    html.open(
            "line",
            "class",
            kind,
            "x1",
            number(x1),
            "y1",
            number(y1),
            "x2",
            number(x2),
            "y2",
            number(y2))
        .close();
  }

  /**
   * @param anchor start, middle or end: which part of the text is at the place
   */
  void words(String kind, double x, double y, String anchor, String words) {
    html.element(
        "text", words, "class", kind, "x", number(x), "y", number(y), "text-anchor", anchor);
  }

  Html html() {
    return html;
  }

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
