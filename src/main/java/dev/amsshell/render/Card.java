package dev.amsshell.render;

import dev.amsshell.job.JobState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Labelled lines. When all values are numbers they are aligned as such. */
final class Card {
  private final List<Row> rows = new ArrayList<>();
  private final CellText text;

  Card(CellText text) {
    this.text = text;
  }

  /** One line; its value is as it was given, its text is harmless. */
  private record Row(String label, Object value, String text) {}

  void put(String label, Object value) {
    rows.add(new Row(label, value, text.of(value)));
  }

  /** The same, and nothing for null or no text. */
  void putKnown(String label, Object value) {
    if (value != null && !value.equals("")) {
      put(label, value);
    }
  }

  String text(boolean hasColor) {
    int labels = rows.stream().mapToInt(row -> TextWidth.of(row.label())).max().orElse(0);
    boolean numbers = rows.stream().allMatch(row -> row.value() instanceof Number);
    int values = numbers ? rows.stream().mapToInt(row -> row.text().length()).max().orElse(0) : 0;
    return rows.stream()
        .map(
            row ->
                row.label()
                    + " ".repeat(labels - TextWidth.of(row.label()) + Layout.GAP)
                    + " ".repeat(Math.max(0, values - row.text().length()))
                    + (hasColor && row.value() instanceof JobState
                        ? Colors.paint(row.text(), row.text())
                        : row.text()))
        .collect(Collectors.joining("\n"));
  }
}
