package dev.amsshell.render;

import java.util.ArrayList;
import java.util.List;

/** Labels with values beside them, which go on below each other. */
final class Labelled {
  /** Narrower values stand below their labels. */
  private static final int LEAST = 24;

  private final List<Line> lines = new ArrayList<>();
  private final Pen pen;
  private final int indent;

  /**
   * @param indent how many blanks are before each label
   */
  Labelled(Pen pen, int indent) {
    this.pen = pen;
    this.indent = indent;
  }

  private record Line(String label, String value) {}

  /** Both are harmless. */
  void put(String label, String value) {
    lines.add(new Line(label, value));
  }

  List<String> text() {
    int labels = lines.stream().mapToInt(each -> TextWidth.of(each.label())).max().orElse(0);
    int beside = indent + labels + Layout.GAP;
    boolean isBelow = pen.style().width() < beside + LEAST;
    int begin = isBelow ? indent + Layout.GAP : beside;
    List<String> text = new ArrayList<>();
    for (Line line : lines) {
      String first = isBelow ? "" : " ".repeat(indent) + pen.padded(line.label(), labels) + "  ";
      if (isBelow) {
        pen.wrapped(line.label(), pen.style().width() - indent)
            .forEach(each -> text.add(" ".repeat(indent) + each));
      }
      for (String value : pen.wrapped(line.value(), pen.style().width() - begin)) {
        text.add((first.isEmpty() ? " ".repeat(begin) : first) + value);
        first = "";
      }
    }
    return text;
  }
}
