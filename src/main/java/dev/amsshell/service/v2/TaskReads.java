package dev.amsshell.service.v2;

import dev.amsshell.base.SideWork;
import dev.amsshell.job.Job;
import dev.amsshell.job.Task;
import dev.amsshell.service.NoSuchJob;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Jobs with their tasks. This wire has no {@code $expand} (wire sheet 5.2), so each job costs a
 * request; a few are under way at a time, and the jobs stay in order.
 */
final class TaskReads implements Iterator<Job> {
  private static final int AT_A_TIME = 8;

  private final Iterator<Job> jobs;
  private final Function<String, List<Task>> tasksOf;
  private final Workers workers;
  private final Consumer<String> notices;
  private final Deque<Read> reads = new ArrayDeque<>();
  private Job next;

  private record Read(Job job, SideWork<List<Task>> tasks) {}

  /**
   * @param tasksOf reads the tasks of the job of an id; throws {@link NoSuchJob} only when there is
   *     no such job any more
   */
  TaskReads(
      Iterator<Job> jobs,
      Function<String, List<Task>> tasksOf,
      Workers workers,
      Consumer<String> notices) {
    this.jobs = jobs;
    this.tasksOf = tasksOf;
    this.workers = workers;
    this.notices = notices;
  }

  @Override
  public boolean hasNext() {
    while (next == null) {
      while (reads.size() < AT_A_TIME && jobs.hasNext()) {
        Job job = jobs.next();
        reads.add(new Read(job, workers.start(() -> tasksOf.apply(job.id()))));
      }
      if (reads.isEmpty()) {
        return false;
      }
      next = finished(reads.remove());
    }
    return true;
  }

  @Override
  public Job next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Job job = next;
    next = null;
    return job;
  }

  /** Null for a job that is no more. */
  private Job finished(Read read) {
    try {
      return read.job().with(read.tasks().join());
    } catch (NoSuchJob e) {
      notices.accept("job %s vanished while its tasks were read; it is left out".formatted(e.id()));
      return null;
    }
  }
}
