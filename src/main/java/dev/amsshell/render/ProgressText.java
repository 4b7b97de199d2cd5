package dev.amsshell.render;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How a wait goes, drawn for a terminal. The last column stays free: some terminals begin a new
 * line there. For one thread.
 */
public final class ProgressText {
  private static final int WIDEST = 250;

  /** From here on there is room for what is nice to have. */
  private static final int WIDE = 150;

  private static final int LEAST_BAR = 10;
  private static final int BAR = 20;
  private static final int LONG_BAR = 40;

  private final ProgressWords words;

  /**
   * @param clean applied to every text of the service, such as to take out secrets
   */
  public ProgressText(UnaryOperator<String> clean) {
    this.words = new ProgressWords(new CellText(clean, Moments.UTC));
  }

  /** All of it in one line. */
  public String line(Progress progress, Style style) {
    FittedLine line = new FittedLine();
    if (progress.job() == null) {
      done(line, progress, BAR, style);
      others(line, progress, style);
    } else {
      who(line, progress.job(), style);
      share(line, progress.job(), BAR, style);
    }
    times(line, progress);
    return line.text(room(style));
  }

  /** The same with more room: of several jobs also those that are worth a look, in eight lines. */
  public List<String> block(Progress progress, Style style) {
    return progress.job() == null ? several(progress, style) : one(progress, style);
  }

  private List<String> one(Progress progress, Style style) {
    Job job = progress.job();
    if (ProgressWords.percent(job) == null) {
      return List.of(line(progress, style));
    }
    FittedLine who = new FittedLine();
    who(who, job, style);
    FittedLine how = new FittedLine();
    share(how, job, LONG_BAR, style);
    times(how, progress);
    return List.of(who.text(room(style)), how.text(room(style)));
  }

  private List<String> several(Progress progress, Style style) {
    FittedLine head = new FittedLine();
    done(head, progress, LONG_BAR, style);
    times(head, progress);
    FittedLine others = new FittedLine();
    others(others, progress, style);
    List<String> lines = new ArrayList<>();
    lines.add(head.text(room(style)));
    lines.add(others.text(room(style)));
    lines.addAll(new ProgressRows(words, style).of(progress, room(style)));
    lines.removeIf(String::isEmpty);
    return lines;
  }

  private static int room(Style style) {
    return Math.max(0, Math.min(style.width(), WIDEST) - 1);
  }

  private void who(FittedLine line, Job job, Style style) {
    String name = words.name(job);
    line.flexible(
        3,
        ProgressRows.NAME,
        TextWidth.of(name),
        columns -> TextWidth.shortened(name, columns, style.ellipsis()));
    String state = words.state(job.state(), Math.min(ProgressRows.STATE, room(style)), style);
    line.add(0, state, ProgressWords.painted(job.state(), state, style));
    if (style.width() >= WIDE && !name.equals(words.guid(job))) {
      line.add(9, words.guid(job));
    }
  }

  private static void share(FittedLine line, Job job, int widest, Style style) {
    String percent = ProgressWords.percent(job);
    if (percent != null) {
      bar(line, job.getProgress() / 100, widest, style);
      line.add(1, percent);
    }
  }

  private static void bar(FittedLine line, double share, int widest, Style style) {
    line.flexible(8, LEAST_BAR, widest, columns -> Bar.of(share, columns, style.isUnicode()));
  }

  private static void done(FittedLine line, Progress progress, int widestBar, Style style) {
    if (ProgressWords.nothingSeen(progress)) {
      line.add(0, ProgressWords.looking(progress));
      return;
    }
    double share = (double) ProgressWords.doneCount(progress) / Math.max(1, progress.total());
    bar(line, share, widestBar, style);
    line.add(0, ProgressWords.done(progress));
  }

  private void others(FittedLine line, Progress progress, Style style) {
    for (ProgressWords.Count count : words.counts(progress)) {
      boolean isFailed = JobState.ERROR.equals(count.state());
      line.list(
          isFailed ? 1 : 7,
          count.text(),
          ProgressWords.painted(count.state(), count.text(), style));
    }
  }

  private static void times(FittedLine line, Progress progress) {
    line.addKnown(4, ProgressWords.elapsed(progress));
    line.addKnown(6, ProgressWords.estimate(progress));
    line.addKnown(5, ProgressWords.deadline(progress));
    line.addKnown(2, ProgressWords.missed(progress));
  }
}
