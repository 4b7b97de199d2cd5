package dev.amsshell.render;

import dev.amsshell.base.SafeText;
import dev.amsshell.render.page.Block.Trend;
import dev.amsshell.render.page.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a page is written with: values as harmless text, colours, and how much room there is. */
final class Pen {
  /** The width of pictures where lines have any length. */
  private static final int USUAL_ROOM = 80;

  /** Beyond it a picture is harder to read, not finer. */
  private static final int MOST_ROOM = 120;

  private final Style style;
  private final UnaryOperator<String> clean;
  private final Moments moments;

  Pen(Style style, UnaryOperator<String> clean) {
    this.style = style;
    this.clean = clean;
    this.moments = new Moments(style.zone());
  }

  Style style() {
    return style;
  }

  Moments moments() {
    return moments;
  }

  /** How many columns a picture may take. */
  int room() {
    return style.width() == Style.UNLIMITED ? USUAL_ROOM : Math.min(style.width(), MOST_ROOM);
  }

  /** A value on one line. */
  String line(Object value) {
    return value instanceof Trend trend
        ? Sparkline.of(trend.amounts(), Sparkline.USUAL, style.isUnicode())
        : SafeText.line(clean.apply(Plain.value(value, moments)));
  }

  /** A text that may have several lines. */
  String block(String text) {
    return SafeText.block(clean.apply(text).replace("\r\n", "\n"));
  }

  /** The same, or another text where only ASCII can be shown. */
  String either(String unicode, String ascii) {
    return style.isUnicode() ? unicode : ascii;
  }

  String paint(Tone tone, String text) {
    return style.hasColor() ? Colors.paint(tone, text) : text;
  }

  /** A line that stands out, such as a heading. */
  String strong(String text) {
    return style.hasColor() && !text.isEmpty() ? Colors.bold(text) : text;
  }

  /** A text in no more columns, its middle left out where it must be. */
  String fitted(String text, int columns) {
    return TextWidth.shortened(text, Math.max(1, columns), style.ellipsis());
  }

  /** The text followed by blanks, or cut, so that it takes so many columns. */
  String padded(String text, int columns) {
    String fitted = fitted(text, columns);
    return fitted + " ".repeat(Math.max(0, columns - TextWidth.of(fitted)));
  }

  /** Lines broken between words, and within words that are too long for one. */
  List<String> wrapped(String text, int columns) {
    if (style.width() == Style.UNLIMITED) {
      return text.lines().toList();
    }
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.split(" ")) {
        if (!line.isEmpty() && TextWidth.of(line + " " + word) > columns) {
          lines.add(line.toString());
          line.setLength(0);
        }
        List<String> pieces = TextWidth.pieces(word, Math.max(1, columns));
        lines.addAll(pieces.subList(0, pieces.size() - 1));
        line.append(line.isEmpty() ? "" : " ").append(pieces.get(pieces.size() - 1));
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
