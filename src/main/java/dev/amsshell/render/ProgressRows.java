package dev.amsshell.render;

import dev.amsshell.job.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Of several awaited jobs the few that are worth a look: the slowest, then the failed. */
final class ProgressRows {
  /** The columns that a state takes at most. */
  static final int STATE = 20;

  /** The columns without which a name is not worth showing. */
  static final int NAME = 12;

  private static final String INDENT = "  ";
  private static final int MOST_SLOW = 3;
  private static final int MOST_FAILED = 3;

  private final ProgressWords words;
  private final Style style;

  ProgressRows(ProgressWords words, Style style) {
    this.words = words;
    this.style = style;
  }

  /** One line each, in at most so many columns; none where there is no room. */
  List<String> of(Progress progress, int columns) {
    List<Job> slow = progress.slowest().stream().limit(MOST_SLOW).toList();
    List<Job> failed = progress.failed().stream().limit(MOST_FAILED).toList();
    List<String> states =
        Stream.concat(slow.stream(), failed.stream())
            .map(job -> words.state(job.state(), STATE, style))
            .toList();
    List<String> percents = slow.stream().map(job -> orEmpty(ProgressWords.percent(job))).toList();
    List<String> times = slow.stream().map(job -> elapsed(job, progress)).toList();

    List<FittedLine> lines = new ArrayList<>();
    for (int i = 0; i < slow.size(); i++) {
      FittedLine line = new FittedLine();
      state(line, slow.get(i), states);
      line.addKnown(1, aligned(percents, i));
      line.addKnown(3, aligned(times, i));
      shortened(line, 2, words.name(slow.get(i)));
      lines.add(line);
    }
    for (Job job : failed) {
      FittedLine line = new FittedLine();
      state(line, job, states);
      shortened(line, 2, words.name(job));
      shortened(line, 1, orEmpty(words.firstError(job)));
      lines.add(line);
    }
    return lines.stream()
        .map(line -> line.text(columns - INDENT.length()))
        .filter(text -> !text.isBlank())
        .map(text -> INDENT + text)
        .toList();
  }

  private void state(FittedLine line, Job job, List<String> all) {
    String state = words.state(job.state(), STATE, style);
    String padding = " ".repeat(widest(all) - TextWidth.of(state));
    line.add(0, state + padding, ProgressWords.painted(job.state(), state, style) + padding);
  }

  private void shortened(FittedLine line, int rank, String text) {
    int width = TextWidth.of(text);
    if (width > 0) {
      line.flexible(
          rank, NAME, width, columns -> TextWidth.shortened(text, columns, style.ellipsis()));
    }
  }

  /** One of a column, to the right; null when the column is empty. */
  private static String aligned(List<String> column, int index) {
    int width = widest(column);
    String text = column.get(index);
    return width == 0 ? null : " ".repeat(width - TextWidth.of(text)) + text;
  }

  private static int widest(List<String> texts) {
    return texts.stream().mapToInt(TextWidth::of).max().orElse(0);
  }

  private static String elapsed(Job job, Progress progress) {
    return orEmpty(Plain.elapsed(job.started(), job.ended(), progress.now()));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
