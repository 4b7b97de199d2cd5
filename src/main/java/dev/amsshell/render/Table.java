package dev.amsshell.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows below headings. The first rows decide how wide the columns are. */
final class Table {
  private final Shape shape;
  private final Layout layout;
  private final Style style;

  /**
   * @param sample the first rows, which all have the shape
   */
  Table(Shape shape, List<?> sample, Style style) {
    this.shape = shape;
    this.style = style;
    Map<Column, Integer> widths = new LinkedHashMap<>();
    for (Column column : shape.columns(sample)) {
      widths.put(column, TextWidth.of(column.heading()));
    }
    for (Object row : sample) {
      Map<String, String> cells = shape.cells(row);
      widths.replaceAll(
          (column, width) ->
              Math.max(width, TextWidth.of(cells.getOrDefault(column.heading(), ""))));
    }
    this.layout = Layout.of(widths, style.width());
  }

  /** The columns there is no room for, though nothing else says what they do. */
  List<String> missing() {
    return shape.tellsAll() ? layout.dropped().stream().map(Column::heading).toList() : List.of();
  }

  String heading() {
    StringBuilder line = new StringBuilder();
    layout
        .widths()
        .forEach(
            (column, width) -> {
              String heading = TextWidth.shortened(column.heading(), width, style.ellipsis());
              append(line, column, heading, width, heading);
            });
    String below = layout.below().map(column -> "\n  " + column.heading()).orElse("");
    return line.toString().stripTrailing() + below;
  }

  /** The lines of a row, or null when it does not fit into this table. */
  String line(Object row) {
    Map<String, String> cells = shape.cells(row);
    if (cells == null) {
      return null;
    }
    StringBuilder line = new StringBuilder();
    layout
        .widths()
        .forEach(
            (column, width) -> {
              String cell = cells.getOrDefault(column.heading(), "");
              cells.remove(column.heading());
              append(line, column, shortened(column, cell, width), width, cell);
            });
    String text = line.toString().stripTrailing();
    String below =
        layout
            .below()
            .map(column -> cells.remove(column.heading()))
            .map(id -> "\n  " + id)
            .orElse("");
    layout.dropped().forEach(column -> cells.remove(column.heading()));
    return text + unforeseen(cells) + below;
  }

  /** What none of the first rows had gets no column any more, but it is not kept back. */
  private static String unforeseen(Map<String, String> cells) {
    StringBuilder rest = new StringBuilder();
    cells.forEach((heading, cell) -> rest.append("  ").append(heading).append(':').append(cell));
    return rest.toString();
  }

  private String shortened(Column column, String cell, int width) {
    return column.kind() == Column.Kind.TEXT && style.width() != Style.UNLIMITED
        ? TextWidth.shortened(cell, width, style.ellipsis())
        : cell;
  }

  private void append(StringBuilder line, Column column, String text, int width, String cell) {
    if (!line.isEmpty()) {
      line.append(" ".repeat(Layout.GAP));
    }
    String pad = " ".repeat(Math.max(0, width - TextWidth.of(text)));
    boolean isColored = style.hasColor() && column.kind() == Column.Kind.STATE;
    String shown = isColored ? Colors.paint(cell, text) : text;
    line.append(column.kind() == Column.Kind.NUMBER ? pad + shown : shown + pad);
  }
}
