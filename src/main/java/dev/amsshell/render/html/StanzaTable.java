package dev.amsshell.render.html;

import dev.amsshell.render.page.Block.Grid;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A table of which much is to be said in each row: what is short is in columns, what is long is
 * below, across all of them.
 */
final class StanzaTable {
  private static final int LONG = 26;

  private StanzaTable() {}

  static void write(Grid grid, Writer writer) {
    Html html = writer.html();
    List<Integer> above = columns(grid, false, writer);
    List<Integer> below = columns(grid, true, writer);
    DataTable.open(grid.caption(), writer);
    html.open("thead").open("tr");
    for (int i : above) {
      DataTable.heading(grid.headings().get(i), DataTable.column(grid.rows(), i), writer);
    }
    html.close().close();
    for (List<Object> row : grid.rows()) {
      // both of its lines are sorted as one
      html.open("tbody", "class", "stanza").open("tr");
      for (int i : above) {
        DataTable.cell(row.get(i), DataTable.column(grid.rows(), i), writer);
      }
      html.closeLine();
      more(grid, row, below, above.size(), writer);
      html.closeLine();
    }
    html.close().closeLine();
  }

  private static void more(
      Grid grid, List<Object> row, List<Integer> below, int across, Writer writer) {
    List<Integer> known = below.stream().filter(i -> !isNothing(row.get(i))).toList();
    if (known.isEmpty()) {
      return;
    }
    Html html = writer.html();
    html.open("tr").open("td", "colspan", across).open("dl");
    for (int i : known) {
      html.element("dt", grid.headings().get(i)).open("dd");
      writer.value(row.get(i));
      html.close();
    }
    html.close().close().closeLine();
  }

  /** The first two are the head of a row, however long they are. */
  private static List<Integer> columns(Grid grid, boolean areLong, Writer writer) {
    return IntStream.range(0, grid.headings().size())
        .filter(
            i ->
                areLong
                    == (i > 1
                        && grid.rows().stream()
                            .map(row -> row.get(i))
                            .filter(Objects::nonNull)
                            .anyMatch(value -> isLong(value, writer))))
        .boxed()
        .toList();
  }

  private static boolean isLong(Object value, Writer writer) {
    return value instanceof List
        || value instanceof CharSequence && writer.text(value).length() > LONG;
  }

  private static boolean isNothing(Object value) {
    return value == null || value.equals("") || value.equals(List.of());
  }
}
