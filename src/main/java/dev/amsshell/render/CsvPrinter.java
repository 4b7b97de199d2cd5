package dev.amsshell.render;

import dev.amsshell.render.page.Paged;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Values for spreadsheets: a header, then a line for each row, by RFC 4180 but with plain line
 * feeds. Rows of one class of records have all words of that class; others have the keys of the
 * first rows.
 */
public final class CsvPrinter implements Printer {
  /** How many rows are read before the header is written, when nothing else tells it. */
  private static final int SAMPLE = 1000;

  private static final String ONLY_COLUMN = "value";

  private final UnaryOperator<String> clean;

  /**
   * @param clean applied to every text before it is written, such as to take out secrets
   */
  public CsvPrinter(UnaryOperator<String> clean) {
    this.clean = clean;
  }

  @Override
  public void print(Object value, PrintStream sink) {
    try (Output out = new Output(sink)) {
      Result result = rowsOf(Result.of(value));
      if (result instanceof Result.Many many) {
        rows(many, out);
      } else if (result instanceof Result.One one && one.value() != null) {
        rows((Result.Many) Result.of(List.of(one.value())), out);
      }
    }
  }

  private static Result rowsOf(Result result) {
    return result instanceof Result.One one && one.value() instanceof Paged paged
        ? new Result.Many(new Result.Rows(paged.rows().iterator()), paged.rowType())
        : result;
  }

  private void rows(Result.Many many, Output out) {
    Words words = new Words();
    List<Object> sample = many.take(many.rowType() == null ? SAMPLE : 1);
    Set<String> header = new LinkedHashSet<>();
    if (many.rowType() != null && many.rowType().isRecord()) {
      header.addAll(words.of(many.rowType()));
    }
    sample.forEach(row -> header.addAll(keys(row, words)));
    if (header.isEmpty()) {
      return;
    }
    CsvCells cells = new CsvCells(clean);
    out.line(line(header.stream().map(cells::of).toList()));
    sample.forEach(row -> out.line(line(row, header, words, cells)));
    many.rows().forEachRemaining(row -> out.line(line(row, header, words, cells)));
  }

  /** All that rows like this may have, which can be more than this one has. */
  private static Collection<String> keys(Object row, Words words) {
    return row instanceof Record ? words.of(row.getClass()) : fields(row, words).keySet();
  }

  private static Map<String, Object> fields(Object row, Words words) {
    if (row instanceof Record record) {
      return words.of(record);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    if (row instanceof Map<?, ?> map) {
      map.forEach((key, value) -> fields.put(String.valueOf(key), value));
    } else {
      fields.put(ONLY_COLUMN, row);
    }
    return fields;
  }

  /**
   * @throws UnexpectedColumn when the row has what the header has not
   */
  private static String line(Object row, Set<String> header, Words words, CsvCells cells) {
    Map<String, Object> fields = fields(row, words);
    List<String> line = new ArrayList<>();
    for (String column : header) {
      line.add(cells.of(fields.remove(column)));
    }
    if (!fields.isEmpty()) {
      throw new UnexpectedColumn(fields.keySet().iterator().next());
    }
    return line(line);
  }

  /** An empty line would be no row to most readers. */
  private static String line(List<String> cells) {
    String line = String.join(",", cells);
    return line.isEmpty() ? "\"\"" : line;
  }
}
