package dev.amsshell.repl;

import dev.amsshell.base.SideWork;
import dev.amsshell.job.Job;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The jobs that somebody may want to name next, from memory. They are asked for in the background
 * after an input was evaluated, so that nobody ever waits for them.
 */
final class RecentJobs {
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final Supplier<List<Job>> source;
  private volatile List<Job> jobs = List.of();
  private SideWork<List<Job>> asking;
  private long askedAt;

  /**
   * @param source asks for them; may fail, which leaves those that are known
   */
  RecentJobs(Supplier<List<Job>> source) {
    this.source = source;
  }

  /** Those that are known, the newest first. Asks nobody. */
  List<Job> known() {
    return jobs;
  }

  /** Those of another account are wanted from now on. */
  synchronized void forget() {
    if (asking != null) {
      asking.cancel();
    }
    asking = null;
    jobs = List.of();
  }

  /** Asks for them, unless they are asked for already or were a short while ago. */
  synchronized void refresh() {
    boolean isFresh = asking != null && System.nanoTime() - askedAt < FRESH.toNanos();
    if (isFresh || asking != null && !asking.isDone(Duration.ZERO)) {
      return;
    }
    askedAt = System.nanoTime();
    asking = SideWork.start("recent jobs", source);
    SideWork<List<Job>> mine = asking;
    mine.whenDone(() -> keep(mine));
  }

  private synchronized void keep(SideWork<List<Job>> done) {
    try {
      if (done == asking) {
        jobs = List.copyOf(done.join());
      }
    } catch (RuntimeException e) {
      // whoever names a job will see what is wrong
    }
  }
}
