package dev.amsshell.render.html;

import dev.amsshell.job.JobId;
import dev.amsshell.job.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A table; the script of the page lets a reader sort it by each of its columns. */
final class DataTable {
  private DataTable() {}

  static void write(String caption, List<String> headings, List<List<Object>> rows, Writer writer) {
    Html html = writer.html();
    open(caption, writer);
    html.open("thead").open("tr");
    for (int i = 0; i < headings.size(); i++) {
      heading(headings.get(i), column(rows, i), writer);
    }
    html.close().close().open("tbody");
    for (List<Object> row : rows) {
      html.open("tr");
      for (int i = 0; i < row.size(); i++) {
        cell(row.get(i), column(rows, i), writer);
      }
      html.closeLine();
    }
    html.close().close().closeLine();
  }

  /** Begins the table, in a frame that can be moved where it is too wide. */
  static void open(String caption, Writer writer) {
    writer.html().open("div", "class", "wide").open("table", "class", "sortable");
    boolean isTold = caption.isBlank() || writer.isHeading(caption);
    String words = caption.isBlank() ? "Table" : caption;
    writer.html().element("caption", words, "class", isTold ? "unseen" : null);
  }

  static void heading(String heading, List<Object> column, Writer writer) {
    boolean isMoment = isAll(column, Instant.class);
    writer
        .html()
        .element(
            "th",
            isMoment ? writer.moments().heading(heading) : heading,
            "scope",
            "col",
            "class",
            kind(column));
  }

  static void cell(Object value, List<Object> column, Writer writer) {
    Html html = writer.html();
    html.open("td", "class", kind(column), "data-value", key(value));
    if (value instanceof Instant moment) {
      writer.moment(moment, writer.moments().inColumn(moment));
    } else {
      writer.value(value);
    }
    html.close();
  }

  static List<Object> column(List<List<Object>> rows, int index) {
    return rows.stream().map(row -> row.get(index)).toList();
  }

  /** The number by which a value is sorted; null for what is sorted as text. */
  private static String key(Object value) {
    if (value instanceof Instant moment) {
      return Long.toString(moment.toEpochMilli());
    }
    if (value instanceof Duration duration) {
      return Long.toString(duration.toMillis());
    }
    if (value instanceof JobState state) {
      int rank = JobState.known().indexOf(state);
      return Integer.toString(rank < 0 ? JobState.known().size() : rank);
    }
    return value instanceof Number number ? number.toString() : null;
  }

  private static String kind(List<Object> column) {
    return isAll(column, Number.class) || isAll(column, Duration.class)
        ? "number"
        : isAll(column, Instant.class) ? "moment" : isAll(column, JobId.class) ? "ids" : null;
  }

  private static boolean isAll(List<Object> column, Class<?> type) {
    List<Object> known = column.stream().filter(Objects::nonNull).toList();
    return !known.isEmpty() && known.stream().allMatch(type::isInstance);
  }
}
