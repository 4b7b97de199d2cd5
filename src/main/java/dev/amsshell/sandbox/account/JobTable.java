package dev.amsshell.sandbox.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The jobs of an account in the order of their creation. */
final class JobTable {

  private static final Comparator<Job> OLDEST_FIRST =
      Comparator.comparing((Job job) -> job.timeline().created()).thenComparing(Job::id);

  private final List<Job> oldestFirst = new ArrayList<>();
  private final Map<String, Job> byId = new HashMap<>();
  private final Listing listing;
  private List<Job> listed;

  JobTable(Listing listing) {
    this.listing = listing;
  }

  void addAll(List<Job> jobs) {
    jobs.forEach(this::register);
    oldestFirst.addAll(jobs);
    oldestFirst.sort(OLDEST_FIRST);
    listed = null;
  }

  void add(Job job) {
    register(job);
    oldestFirst.add(-1 - position(job), job);
    listed = null;
  }

  /** Puts a job in the place of what it was before. */
  void replace(Job job) {
    oldestFirst.set(position(job), job);
    byId.put(job.id(), job);
    listed = null;
  }

  void remove(Job job) {
    oldestFirst.remove(position(job));
    byId.remove(job.id());
    listed = null;
  }

  Optional<Job> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Removes the jobs that were created before that instant. */
  List<Job> removeCreatedBefore(Instant limit) {
    int count = 0;
    while (count < oldestFirst.size()
        && oldestFirst.get(count).timeline().created().isBefore(limit)) {
      count++;
    }
    if (count == 0) {
      return List.of();
    }
    List<Job> old = List.copyOf(oldestFirst.subList(0, count));
    oldestFirst.subList(0, count).clear();
    old.forEach(job -> byId.remove(job.id()));
    listed = null;
    return old;
  }

  int size() {
    return oldestFirst.size();
  }

  /** All jobs as they are now; later changes do not show in it. */
  List<Job> listed() {
    if (listed == null) {
      listed = listing.of(oldestFirst, Job::id);
    }
    return listed;
  }

  private void register(Job job) {
    if (byId.putIfAbsent(job.id(), job) != null) {
      throw new IllegalStateException("there are two jobs " + job.id());
    }
  }

  private int position(Job job) {
    return Collections.binarySearch(oldestFirst, job, OLDEST_FIRST);
  }
}
