package dev.amsshell.render;

import dev.amsshell.render.page.Block.Grid;
import java.util.ArrayList;
import java.util.List;

/** A table of a page, as lines or as a paragraph for each row. */
final class GridText {
  /** The fewest columns between the first value of a stanza and the edge. */
  private static final int INDENT = 2;

  private GridText() {}

  static List<String> of(Grid grid, Pen pen) {
    if (grid.rows().isEmpty()) {
      return List.of("none");
    }
    return grid.form() == Grid.Form.STANZAS ? stanzas(grid, pen) : lines(grid, pen);
  }

  private static List<String> lines(Grid grid, Pen pen) {
    Table table = new Table(new GridShape(grid, pen), grid.rows(), pen.style());
    List<String> lines = new ArrayList<>(table.heading().lines().toList());
    grid.rows().forEach(row -> lines.addAll(table.line(row).lines().toList()));
    if (!table.missing().isEmpty()) {
      String missing = "(no room for: " + String.join(", ", table.missing()) + ")";
      lines.addAll(pen.wrapped(missing, pen.style().width()));
    }
    return lines;
  }

  private static List<String> stanzas(Grid grid, Pen pen) {
    int first =
        grid.rows().stream().mapToInt(row -> TextWidth.of(pen.line(row.get(0)))).max().orElse(0);
    int indent = INDENT + first + Layout.GAP;
    List<String> lines = new ArrayList<>();
    for (List<Object> row : grid.rows()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(head(row, indent, pen));
      Labelled more = new Labelled(pen, pen.style().width() < 2 * indent ? INDENT : indent);
      for (int i = 2; i < row.size(); i++) {
        String text = pen.line(row.get(i));
        if (!text.isEmpty()) {
          more.put(pen.line(grid.headings().get(i)), text);
        }
      }
      lines.addAll(more.text());
    }
    return lines;
  }

  private static List<String> head(List<Object> row, int indent, Pen pen) {
    String first = pen.line(row.get(0));
    String number = " ".repeat(indent - Layout.GAP - TextWidth.of(first)) + first;
    String second = row.size() < 2 ? "" : pen.line(row.get(1));
    List<String> lines = new ArrayList<>();
    for (String piece : pen.wrapped(second, pen.style().width() - indent)) {
      String begin = lines.isEmpty() ? number + "  " : " ".repeat(indent);
      lines.add((begin + pen.strong(piece)).stripTrailing());
    }
    return lines.isEmpty() ? List.of(number) : lines;
  }
}
