package dev.amsshell.check;

import dev.amsshell.job.Job;
import dev.amsshell.render.Renderable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What earlier runs have seen, under a name, so that a run can report only what is new. What this
 * run is given is kept once it has ended well; a crash may repeat, but never loses.
 *
 * <p>A job is new until it was given in its state: one that has changed state since is new again.
 */
public final class Bookmark {
  private final String name;
  private final Marks earlier;
  private final Set<String> given = new LinkedHashSet<>();

  Bookmark(String name, Marks earlier) {
    this.name = name;
    this.earlier = earlier;
  }

  /** The name that it goes by. */
  public String getName() {
    return name;
  }

  /** When the last run that ended well began; null the first time. */
  public Instant getLast() {
    return earlier.last();
  }

  /**
   * Those jobs that no earlier run was given, in their order; those count as given from now on.
   *
   * @param jobs a query, which is read row by row, or snapshots or handles
   */
  public List<Job> fresh(Iterable<?> jobs) {
    List<Job> fresh = new ArrayList<>();
    Set<String> now = new LinkedHashSet<>();
    for (Object each : jobs) {
      if (!(Renderable.resolve(each) instanceof Job job)) {
        throw new IllegalArgumentException("fresh takes jobs, and this is none: " + each);
      }
      String mark = Marks.mark(job);
      now.add(mark);
      if (!earlier.seen().containsKey(mark)) {
        fresh.add(job);
      }
    }
    // not before all were read: a script that fails on the way was given none of them
    synchronized (given) {
      given.addAll(now);
    }
    return fresh;
  }

  /** What was given in this run, old and new. */
  Set<String> given() {
    synchronized (given) {
      return Set.copyOf(given);
    }
  }

  /** Says what it is. */
  @Override
  public String toString() {
    return getLast() == null
        ? "the bookmark '%s', which is new".formatted(name)
        : "the bookmark '%s' of %s".formatted(name, getLast());
  }
}
