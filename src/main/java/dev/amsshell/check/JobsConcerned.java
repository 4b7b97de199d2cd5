package dev.amsshell.check;

import dev.amsshell.job.Job;
import dev.amsshell.render.Renderable;
import dev.amsshell.render.Tabular;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;

/**
 * The jobs that a check is about.
 *
 * @param first the first of them
 * @param more how many more there are; null when that is not known
 */
record JobsConcerned(List<Job> first, Long more) {
  static final JobsConcerned NONE = new JobsConcerned(List.of(), 0L);

  private static final int SHOWN = 10;

  /**
   * Those that a check has asked for itself: none if that was something else.
   *
   * @param asked what was asked for; may be null
   */
  static JobsConcerned ofAsked(Tabular<?> asked) {
    return asked == null || asked.rowType() != Job.class ? NONE : of(asked);
  }

  /**
   * Reads as many as are shown, and one to know whether there are more. What of it fails is left
   * out: the check has its outcome already.
   *
   * @param jobs what they are read from
   * @throws IllegalArgumentException at the first that is no job
   */
  static JobsConcerned of(Iterable<?> jobs) {
    List<Job> read = new ArrayList<>();
    Object other = null;
    boolean isAllJobs = true;
    try {
      Iterable<?> few = jobs instanceof Tabular<?> rows ? rows.first(SHOWN + 1L) : jobs;
      Iterator<?> each = few.iterator();
      while (isAllJobs && read.size() <= SHOWN && each.hasNext()) {
        other = Renderable.resolve(each.next());
        isAllJobs = other instanceof Job;
        if (other instanceof Job job) {
          read.add(job);
        }
      }
    } catch (RuntimeException e) {
      return new JobsConcerned(read.subList(0, Math.min(SHOWN, read.size())), null);
    }
    if (!isAllJobs) {
      throw new IllegalArgumentException("jobs: takes jobs, not " + Words.of(other));
    }
    return read.size() <= SHOWN
        ? new JobsConcerned(read, 0L)
        : new JobsConcerned(read.subList(0, SHOWN), more(jobs));
  }

  private static Long more(Iterable<?> jobs) {
    try {
      OptionalLong count =
          jobs instanceof Collection<?> all
              ? OptionalLong.of(all.size())
              : jobs instanceof Tabular<?> rows ? rows.countAtOnce() : OptionalLong.empty();
      // one more was seen, even if it is gone by now
      return count.isEmpty() ? null : Math.max(1, count.getAsLong() - SHOWN);
    } catch (RuntimeException e) {
      return null;
    }
  }
}
