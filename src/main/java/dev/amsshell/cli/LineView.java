package dev.amsshell.cli;

import dev.amsshell.await.ProgressView;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import dev.amsshell.render.Progress;
import dev.amsshell.render.ProgressLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A wait told line by line, where nothing can be redrawn: each change, and a sign of life when
 * there was none for a while. Of many jobs only what went wrong has a line, and the others are
 * counted.
 */
final class LineView implements ProgressView {
  private static final int FEW = 20;
  private static final Duration SILENCE = Duration.ofMinutes(1);

  /** Looks may be this far apart, and one of them has to read the tasks in time. */
  private static final Duration AHEAD = Duration.ofSeconds(35);

  private final ProgressLog log;
  private final Consumer<String> lines;

  /** What changed since it was last shown; only then it is known of how many jobs. */
  private final List<Change> changes = new ArrayList<>();

  private Progress latest;
  private Progress counted;
  private Instant lastLine;

  /**
   * @param lines takes what is told
   */
  LineView(ProgressLog log, Consumer<String> lines) {
    this.log = log;
    this.lines = lines;
  }

  private record Change(Job job, JobState before) {
    boolean isTrouble() {
      return job.state().equals(JobState.ERROR) || job.state().equals(JobState.CANCELED);
    }
  }

  @Override
  public boolean wantsTasks(Instant now) {
    return latest != null
        && latest.total() == 1
        && !now.isBefore(lastLine.plus(SILENCE).minus(AHEAD));
  }

  @Override
  public void changed(Job job, JobState before) {
    changes.add(new Change(job, before));
  }

  @Override
  public void tell(String line) {
    lines.accept(line);
  }

  @Override
  public void show(Progress progress) {
    latest = progress;
    if (lastLine == null) {
      lastLine = progress.now();
    }
    tellChanges();
    boolean isDue = !progress.now().isBefore(lastLine.plus(SILENCE));
    if (isMany() && (isDue || counted == null && isSeen())) {
      tellCounts();
    } else if (isDue) {
      add(log.still(progress));
    }
  }

  @Override
  public void close() {
    if (latest != null) {
      tellChanges();
      if (isMany() && !isCounted()) {
        tellCounts();
      }
    }
  }

  private boolean isMany() {
    return latest.total() > FEW;
  }

  private boolean isSeen() {
    return !latest.counts().isEmpty() || latest.gone() > 0;
  }

  private boolean isCounted() {
    return counted != null
        && counted.counts().equals(latest.counts())
        && counted.gone() == latest.gone();
  }

  private void tellCounts() {
    counted = latest;
    add(log.counts(latest));
  }

  private void tellChanges() {
    for (Change change : changes) {
      if (!isMany() || change.isTrouble()) {
        add(log.change(change.job(), change.before(), latest.began()));
      }
    }
    changes.clear();
  }

  private void add(String line) {
    lines.accept(line);
    lastLine = latest.now();
  }
}
