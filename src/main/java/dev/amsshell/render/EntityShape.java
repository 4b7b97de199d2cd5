package dev.amsshell.render;

import dev.amsshell.job.Asset;
import dev.amsshell.job.Job;
import dev.amsshell.job.Processor;
import dev.amsshell.job.Task;
import dev.amsshell.render.Column.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Jobs, tasks, assets or processors as rows: what tells them apart, and how they are doing. */
final class EntityShape<T> implements Shape {
  private final Class<T> type;
  private final List<Cell<T>> cells;
  private final CellText text;

  private EntityShape(Class<T> type, List<Cell<T>> cells, CellText text) {
    this.type = type;
    this.cells = cells;
    this.text = text;
  }

  /** The shape of such a row, or null when it is none of these. */
  static EntityShape<?> of(Object row, CellText text, Moments moments) {
    if (row instanceof Job) {
      return new EntityShape<>(Job.class, jobs(moments), text);
    }
    if (row instanceof Task) {
      return new EntityShape<>(Task.class, tasks(moments), text);
    }
    if (row instanceof Asset) {
      return new EntityShape<>(Asset.class, assets(moments), text);
    }
    return row instanceof Processor ? new EntityShape<>(Processor.class, processors(), text) : null;
  }

  /**
   * A column that has nothing to say of any row is left out, but for those that are always there.
   */
  @Override
  public List<Column> columns(List<?> sample) {
    return cells.stream()
        .filter(
            cell ->
                cell.column().keep() == Column.ALWAYS
                    || sample.stream().anyMatch(row -> cell.of(type.cast(row)) != null))
        .map(Cell::column)
        .toList();
  }

  @Override
  public Map<String, String> cells(Object row) {
    if (!type.isInstance(row)) {
      return null;
    }
    Map<String, String> known = new LinkedHashMap<>();
    for (Cell<T> cell : cells) {
      String value = cell.of(type.cast(row));
      if (value != null && !value.isEmpty()) {
        // the others are of our own making
        boolean isTheirs = cell.column().kind().isText();
        known.put(cell.column().heading(), isTheirs ? text.of(value) : value);
      }
    }
    return known;
  }

  @Override
  public boolean tellsAll() {
    return false;
  }

  static String guid(Job job) {
    return Plain.id(job.id());
  }

  private static List<Cell<Job>> jobs(Moments moments) {
    return List.of(
        cell("state", Kind.STATE, Column.ALWAYS, job -> job.state().name()),
        cell("id", Kind.ID, Column.ALWAYS, EntityShape::guid),
        cell(
            "progress",
            Kind.NUMBER,
            7,
            job -> job.hasTasks() ? Plain.percent(job.getProgress()) : null),
        cell(moments.heading("created"), Kind.FIXED, 6, job -> moments.inColumn(job.created())),
        cell(moments.heading("started"), Kind.FIXED, 2, job -> moments.inColumn(job.started())),
        cell(moments.heading("ended"), Kind.FIXED, 3, job -> moments.inColumn(job.ended())),
        cell(
            "elapsed",
            Kind.NUMBER,
            5,
            job -> Plain.elapsed(job.started(), job.ended(), job.asOf())),
        cell(
            "priority",
            Kind.NUMBER,
            4,
            job -> job.priority() == 0 ? null : Integer.toString(job.priority())),
        cell("name", Kind.TEXT, Column.ALWAYS, Job::name),
        cell("error", Kind.TEXT, 8, job -> job.hasTasks() ? Plain.firstOf(job.getErrors()) : null));
  }

  private static List<Cell<Task>> tasks(Moments moments) {
    return List.of(
        cell("state", Kind.STATE, Column.ALWAYS, task -> task.state().name()),
        cell("progress", Kind.NUMBER, 5, task -> Plain.percent(task.progress())),
        cell(moments.heading("started"), Kind.FIXED, 2, task -> moments.inColumn(task.started())),
        cell("elapsed", Kind.NUMBER, 3, task -> Plain.elapsed(task.started(), task.ended(), null)),
        cell("name", Kind.TEXT, Column.ALWAYS, Task::name),
        cell("error", Kind.TEXT, 8, task -> Plain.firstOf(task.errors())));
  }

  private static List<Cell<Asset>> assets(Moments moments) {
    return List.of(
        cell("state", Kind.TEXT, 5, asset -> asset.deleted() ? "Deleted" : asset.state()),
        cell("id", Kind.ID, Column.ALWAYS, Asset::id),
        cell(moments.heading("created"), Kind.FIXED, 4, asset -> moments.inColumn(asset.created())),
        cell("storage", Kind.TEXT, 2, Asset::storageAccount),
        cell("name", Kind.TEXT, Column.ALWAYS, Asset::name));
  }

  private static List<Cell<Processor>> processors() {
    return List.of(
        cell("id", Kind.ID, Column.ALWAYS, Processor::id),
        cell("version", Kind.TEXT, 3, Processor::version),
        cell("vendor", Kind.TEXT, 2, Processor::vendor),
        cell("name", Kind.TEXT, Column.ALWAYS, Processor::name));
  }

  private static <T> Cell<T> cell(String heading, Kind kind, int keep, Function<T, String> value) {
    return new Cell<>(new Column(heading, kind, keep), value);
  }

  /** A column and how it is filled. */
  private record Cell<T>(Column column, Function<T, String> value) {
    String of(T row) {
      return value.apply(row);
    }
  }
}
