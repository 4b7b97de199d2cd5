package dev.amsshell.render;

import dev.amsshell.job.JobId;
import dev.amsshell.job.JobState;
import dev.amsshell.render.Column.Kind;
import dev.amsshell.render.page.Block.Grid;
import dev.amsshell.render.page.Block.Trend;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rows of a table of a page: lists of values. */
final class GridShape implements Shape {
  private final Grid grid;
  private final Pen pen;

  GridShape(Grid grid, Pen pen) {
    this.grid = grid;
    this.pen = pen;
  }

  @Override
  public List<Column> columns(List<?> sample) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < grid.headings().size(); i++) {
      Kind kind = kind(i);
      boolean isNeeded = i == 0 || kind == Kind.ID;
      columns.add(new Column(heading(i), kind, isNeeded ? Column.ALWAYS : -i));
    }
    return columns;
  }

  @Override
  public Map<String, String> cells(Object row) {
    Map<String, String> cells = new LinkedHashMap<>();
    List<?> values = (List<?>) row;
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      String text =
          value instanceof Instant moment ? pen.moments().inColumn(moment) : pen.line(value);
      if (!text.isEmpty()) {
        cells.put(heading(i), text);
      }
    }
    return cells;
  }

  @Override
  public boolean tellsAll() {
    return true;
  }

  private String heading(int column) {
    String heading = pen.line(grid.headings().get(column));
    return isAll(column, Instant.class) ? pen.moments().heading(heading) : heading;
  }

  private Kind kind(int column) {
    if (isAll(column, Number.class) || isAll(column, Duration.class)) {
      return Kind.NUMBER;
    }
    if (isAll(column, JobState.class)) {
      return Kind.STATE;
    }
    if (isAll(column, JobId.class)) {
      return Kind.ID;
    }
    return isAll(column, Instant.class) || isAll(column, Trend.class) ? Kind.FIXED : Kind.TEXT;
  }

  private boolean isAll(int column, Class<?> type) {
    List<Object> known =
        grid.rows().stream().map(row -> row.get(column)).filter(Objects::nonNull).toList();
    return !known.isEmpty() && known.stream().allMatch(type::isInstance);
  }
}
