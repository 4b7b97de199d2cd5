package dev.amsshell.render;

import java.util.List;
import java.util.Map;

/** What a row of a table is: its columns, and its cells. */
interface Shape {
  /** The columns that rows like these need, in order. */
  List<Column> columns(List<?> sample);

  /** The cells of a row by heading, blank ones left out; null when it has another shape. */
  Map<String, String> cells(Object row);

  /** Whether what a row has to say is lost with a column that is left out. */
  boolean tellsAll();

  /** The shape of all these rows, or null when they do not make a table. */
  static Shape of(List<?> sample, CellText text, Moments moments) {
    EntityShape<?> entity = EntityShape.of(sample.get(0), text, moments);
    Shape shape = entity == null ? new KeyedShape(text) : entity;
    boolean fits = sample.stream().allMatch(row -> shape.cells(row) != null);
    return fits && !shape.columns(sample).isEmpty() ? shape : null;
  }
}
