package dev.amsshell.check;

import dev.amsshell.job.Job;
import dev.amsshell.render.Renderable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.BaseStream;

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
   * Those jobs that no earlier run was given, in their order, each once; those count as given from
   * now on.
   *
   * @param jobs a query, which is read row by row, or snapshots or handles, or one of them
   */
  public List<Job> fresh(Object jobs) {
    List<Job> fresh = new ArrayList<>();
    Set<String> now = new LinkedHashSet<>();
    for (Iterator<?> rows = rows(jobs); rows.hasNext(); ) {
      Object each = rows.next();
      if (!(Renderable.resolve(each) instanceof Job job)) {
        throw new IllegalArgumentException(
            "fresh takes jobs, and this is none: " + Words.brief(Words.of(each)));
      }
      String mark = Marks.mark(job);
      if (now.add(mark) && !earlier.seen().containsKey(mark)) {
        fresh.add(job);
      }
    }
    // not before all were read: a script that fails on the way was given none of them
    synchronized (given) {
      given.addAll(now);
    }
    return fresh;
  }

  private static Iterator<?> rows(Object jobs) {
    if (jobs instanceof Iterable<?> many) {
      return many.iterator();
    }
    if (jobs instanceof Iterator<?> rows) {
      return rows;
    }
    if (jobs instanceof BaseStream<?, ?> stream) {
      return stream.iterator();
    }
    return jobs instanceof Object[] many
        ? Arrays.asList(many).iterator()
        : Collections.singletonList(jobs).iterator();
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
