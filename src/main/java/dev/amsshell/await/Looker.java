package dev.amsshell.await;

import dev.amsshell.base.Failure;
import dev.amsshell.base.SideWork;
import dev.amsshell.job.Job;
import dev.amsshell.query.Condition;
import dev.amsshell.query.Entities;
import dev.amsshell.query.Operand;
import dev.amsshell.query.Operator;
import dev.amsshell.query.Property;
import dev.amsshell.query.Selection;
import dev.amsshell.query.States;
import dev.amsshell.service.MediaService;
import dev.amsshell.service.RequestRefused;
import dev.amsshell.service.UnexpectedAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Looks at many jobs with as few requests as it takes: by their ids, or by listing what is active
 * in the account, whichever costs less. For one thread.
 */
final class Looker {
  private static final Property ID = Entities.JOBS.property("id");
  private static final Property ENDED = Entities.JOBS.property("ended");
  private static final Condition ACTIVE =
      new Condition.Not(States.isFinal(Entities.JOBS.property("state")));

  /** How much the clocks of a service's machines may differ. */
  private static final Duration SLACK = Duration.ofSeconds(10);

  /** After so many looks it is asked again how many jobs are active. */
  private static final int RECOUNT = 10;

  /** So many ids tell how many fit into a request. */
  private static final int SAMPLE = 100;

  /** After so many jobs in a row whose tasks cannot be read, no others are tried. */
  private static final int MOST_FAILURES = 3;

  /** So long tasks are read before it is looked again. */
  private static final Duration SLICE = Duration.ofSeconds(20);

  private final MediaService service;

  /** The keys of jobs whose tasks could not be read the last time. */
  private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

  private long active = -1;
  private int looksSinceCount;

  /** The latest time that the service itself has named: what ends later has a later one. */
  private Instant newest;

  Looker(MediaService service) {
    this.service = service;
  }

  /**
   * What came of a look at all the jobs.
   *
   * @param absent the keys of those that are not there
   * @param trouble why tasks are missing, or null
   */
  record Found(Set<String> absent, Failure trouble) {}

  /**
   * Looks once.
   *
   * @param ids the jobs
   * @param wantsTasks whether a job is wanted with its tasks
   * @param seen given the jobs that are there, and then once more each that was wanted with its
   *     tasks, unless these cannot be read
   * @throws Failure when the look breaks off; what was seen until then is true all the same
   */
  Found look(Collection<String> ids, Predicate<Job> wantsTasks, Consumer<List<Job>> seen) {
    Map<String, String> unseen = new LinkedHashMap<>();
    ids.forEach(id -> unseen.put(Request.key(id), id));
    Map<String, Job> found = new LinkedHashMap<>();
    try {
      if (isListCheaper(unseen.values())) {
        readActive(unseen, found);
      }
      if (!unseen.isEmpty()) {
        readByIds(unseen, found);
      }
    } finally {
      seen.accept(List.copyOf(found.values()));
    }
    found.values().removeIf(wantsTasks.negate());
    Failure trouble = found.isEmpty() ? null : readTasks(found, seen);
    return new Found(Set.copyOf(unseen.keySet()), trouble);
  }

  private boolean isListCheaper(Collection<String> ids) {
    List<String> sample = ids.stream().limit(SAMPLE).toList();
    double byId =
        (double) ids.size() / sample.size() * service.plan(byIds(sample)).requests().size();
    if (byId <= 1) {
      return false;
    }
    if (active < 0 || ++looksSinceCount >= RECOUNT) {
      active = count();
      looksSinceCount = 0;
    }
    return active / service.rowsAtATime() + 1 < byId;
  }

  /** A service that does not count is asked by ids. */
  private long count() {
    try {
      return service.count(new Selection<>(Entities.JOBS, ACTIVE, List.of(), Selection.ALL));
    } catch (RequestRefused | UnexpectedAnswer e) {
      return Long.MAX_VALUE;
    }
  }

  /** With what is active comes what has ended since the last look, so that few are left to ask. */
  private void readActive(Map<String, String> unseen, Map<String, Job> found) {
    Condition where = ACTIVE;
    if (newest != null) {
      Condition endedSince =
          new Condition.Comparison(
              new Operand.Of(ENDED), Operator.AT_LEAST, new Operand.Value(newest.minus(SLACK)));
      where = new Condition.Any(List.of(ACTIVE, endedSince));
    }
    long count = 0;
    Instant latest = newest;
    Iterator<Job> rows =
        service.list(new Selection<>(Entities.JOBS, where, List.of(), Selection.ALL));
    while (rows.hasNext()) {
      Job job = rows.next();
      count += job.state().isActive() ? 1 : 0;
      latest = later(latest, job);
      take(job, unseen, found);
    }
    active = count;
    looksSinceCount = 0;
    newest = latest;
  }

  private void readByIds(Map<String, String> unseen, Map<String, Job> found) {
    Iterator<Job> rows = service.list(byIds(unseen.values()));
    while (rows.hasNext()) {
      Job job = rows.next();
      if (!take(job, unseen, found) && !found.containsKey(Request.key(job.id()))) {
        // somebody in between ignores the filter, and then nothing that it gives can be trusted
        found.clear();
        throw new UnexpectedAnswer(
            "%s gives job %s, which it was not asked for".formatted(service.describe(), job.id()),
            "Is something in between that leaves out $filter?",
            null);
      }
    }
  }

  private static boolean take(Job job, Map<String, String> unseen, Map<String, Job> found) {
    String key = Request.key(job.id());
    boolean isWanted = unseen.remove(key) != null;
    if (isWanted) {
      found.put(key, job);
    }
    return isWanted;
  }

  /**
   * Reads tasks on a thread of its own, for a while: one job that cannot be read, or hangs, keeps
   * nobody from those of the others, nor from the next look. What keeps something from being read,
   * or null.
   */
  private Failure readTasks(Map<String, Job> jobs, Consumer<List<Job>> seen) {
    unreadable.retainAll(jobs.keySet());
    // last in turn
    unreadable.forEach(key -> jobs.put(key, jobs.remove(key)));
    Map<String, Job> left = Collections.synchronizedMap(new LinkedHashMap<>(jobs));
    SideWork<Failure> reading = SideWork.start("tasks", () -> readTasksInTurn(left, seen));
    try {
      if (reading.isDone(SLICE)) {
        return reading.join();
      }
      unreadable.addAll(left.keySet().stream().limit(1).toList());
      return new UnexpectedAnswer(
          "reading them takes longer than " + SLICE.toSeconds() + " s", "", null);
    } finally {
      reading.cancel();
    }
  }

  /** Takes away what it has read, and what cannot be read; the first trouble, or null. */
  private Failure readTasksInTurn(Map<String, Job> left, Consumer<List<Job>> seen) {
    Failure trouble = null;
    for (int failures = 0; failures < MOST_FAILURES && !left.isEmpty(); failures++) {
      try {
        Iterator<Job> whole = service.withTasks(List.copyOf(left.values()).iterator());
        while (whole.hasNext()) {
          Job job = whole.next();
          unreadable.remove(Request.key(job.id()));
          left.remove(Request.key(job.id()));
          seen.accept(List.of(job));
          failures = 0;
        }
        return trouble;
      } catch (Failure e) {
        if (!Outage.passes(e)) {
          throw e;
        }
        trouble = trouble == null ? e : trouble;
        // they come in order, so that it is the first of those that are left
        String key = List.copyOf(left.keySet()).get(0);
        unreadable.add(key);
        left.remove(key);
      }
    }
    return trouble;
  }

  private static Selection<Job> byIds(Collection<String> ids) {
    return new Selection<>(Entities.JOBS, new Condition.Among(ID, ids), List.of(), Selection.ALL);
  }

  private static Instant later(Instant latest, Job job) {
    return Stream.of(job.created(), job.started(), job.ended())
        .filter(each -> each != null && (latest == null || each.isAfter(latest)))
        .reduce((one, other) -> one.isAfter(other) ? one : other)
        .orElse(latest);
  }
}
