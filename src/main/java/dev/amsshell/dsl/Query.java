package dev.amsshell.dsl;

import dev.amsshell.job.Change;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import dev.amsshell.query.Condition;
import dev.amsshell.query.Entities;
import dev.amsshell.query.Entity;
import dev.amsshell.query.Plan;
import dev.amsshell.query.Property;
import dev.amsshell.query.States;
import dev.amsshell.render.Tabular;
import dev.amsshell.service.MediaService;
import groovy.lang.Closure;
import groovy.transform.stc.ClosureParams;
import groovy.transform.stc.FromString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Many jobs, tasks, assets or processors: lazy and immutable. Each word makes a new query; nothing
 * is fetched until one is iterated, and each iteration asks anew. Rows come page by page as they
 * are consumed, past the service's own limit, until there are no more.
 *
 * <p>Restrictions before a limit choose which rows, after it they sift those rows. What the service
 * cannot do is done here; {@link #explain} says which.
 *
 * <p>A word that needs a property which these rows do not have throws an {@link
 * IllegalArgumentException}.
 *
 * @param <T> the rows
 */
public final class Query<T> implements Tabular<T> {
  private final Entity<T> entity;
  private final Account account;
  private final List<Step> steps;

  Query(Entity<T> entity, Account account) {
    this(entity, account, List.of());
  }

  private Query(Entity<T> entity, Account account, List<Step> steps) {
    this.entity = entity;
    this.account = account;
    this.steps = List.copyOf(steps);
  }

  /** Only what is Queued. */
  public Query<T> getQueued() {
    return states(JobState.QUEUED);
  }

  /** Only what is Scheduled. */
  public Query<T> getScheduled() {
    return states(JobState.SCHEDULED);
  }

  /** Only what is Processing. */
  public Query<T> getProcessing() {
    return states(JobState.PROCESSING);
  }

  /** Only what is Finished. */
  public Query<T> getFinished() {
    return states(JobState.FINISHED);
  }

  /** Only what is in state Error. */
  public Query<T> getFailed() {
    return states(JobState.ERROR);
  }

  /** Only what is Canceled. */
  public Query<T> getCanceled() {
    return states(JobState.CANCELED);
  }

  /** Only what is Canceling. */
  public Query<T> getCanceling() {
    return states(JobState.CANCELING);
  }

  /** Only what is not Finished, Error or Canceled; Canceling and unknown states included. */
  public Query<T> getActive() {
    return with(new Step.Where(new Condition.Not(States.isFinal(entity.property("state")))));
  }

  /** Only what is Finished, Error or Canceled. */
  public Query<T> getDone() {
    return with(new Step.Where(States.isFinal(entity.property("state"))));
  }

  /**
   * Only what is in one of some states.
   *
   * @param states states, or their names in any letter case, or collections of such
   */
  public Query<T> states(Object... states) {
    Property state = entity.property("state");
    List<Object> accepted = new ArrayList<>();
    for (Object each : needed("states", states)) {
      Collection<?> many = each instanceof Collection<?> some ? some : Arrays.asList(each);
      many.forEach(one -> accepted.add(state.accept(needed("states", one))));
    }
    return with(new Step.Where(new Condition.Among(state, accepted)));
  }

  /**
   * Only what ended since then, if every state asked for is final, else what was created since.
   *
   * @param when a moment, or a duration: so long before the query runs
   */
  public Query<T> since(Object when) {
    return since(Map.of(), when);
  }

  /** As {@link #since(Object)}, by another time: {@code since(2.hours, on: 'created')}. */
  public Query<T> since(Map<String, ?> options, Object when) {
    return with(new Step.WhenRun(TimeRange.between(entity, when, null, options)));
  }

  /**
   * Only what ended in a span of time, if every state asked for is final, else what was created.
   *
   * @param from a moment, or a duration: so long before the query runs; included
   * @param to likewise; excluded
   */
  public Query<T> between(Object from, Object to) {
    return between(Map.of(), from, to);
  }

  /** As {@link #between(Object, Object)}, by another time: {@code on: 'created'}. */
  public Query<T> between(Map<String, ?> options, Object from, Object to) {
    return with(new Step.WhenRun(TimeRange.between(entity, from, needed("between", to), options)));
  }

  /**
   * Only what has a name like this.
   *
   * @param pattern the whole name; {@code *} stands for anything, {@code ?} for one character, and
   *     {@code \} takes the meaning from what follows
   */
  public Query<T> named(CharSequence pattern) {
    return with(
        new Step.Where(new Glob(needed("named", pattern).toString()).of(entity.property("name"))));
  }

  /** Only what took longer from its start to its end, or to now; wall time. */
  public Query<T> longerThan(Object least) {
    if (!(least instanceof Duration duration)) {
      throw new IllegalArgumentException(
          "longerThan takes a duration such as 2.hours, not " + least);
    }
    return with(new Step.WhenRun(TimeRange.longerThan(entity, duration)));
  }

  /**
   * Only that of which something holds, which is sent to the service: {@code where { state == ERROR
   * && created > 2.hours.ago }}.
   *
   * @param condition a closure that is written in place
   */
  public Query<T> where(Closure<?> condition) {
    if (condition instanceof WhereClosure sent) {
      return with(
          new Step.Where(sent.condition(entity, id -> account.service().parseId(id).text())));
    }
    throw new IllegalArgumentException(
        "a closure held in a variable cannot be sent; write it in place, where { ... }, or use"
            + " filter(closure)");
  }

  /**
   * Only that of which something holds in the service's own words: {@code where(raw: "...")}.
   *
   * @param options {@code raw}: a filter in the service's own language, passed through as it is
   */
  public Query<T> where(Map<String, ?> options) {
    if (!needed("where", options).keySet().equals(Set.of("raw"))) {
      throw new IllegalArgumentException(
          "where takes a closure, or raw: with the service's own filter; not " + options.keySet());
    }
    String raw = needed("where(raw:)", options.get("raw")).toString();
    if (raw.isBlank()) {
      throw new IllegalArgumentException("where(raw: ...) wants a filter, and this is empty");
    }
    return with(new Step.Where(new Condition.Raw(raw)));
  }

  /** Only what a closure lets through, which is evaluated here. */
  public Query<T> filter(
      @ClosureParams(value = FromString.class, options = "T") Closure<?> condition) {
    return with(new Step.Filter(needed("filter", condition)));
  }

  /**
   * In an order, which takes the place of an earlier one.
   *
   * @param order such as {@code created desc, name}
   */
  public Query<T> orderBy(String order) {
    return with(new Step.Sort(Orders.parse(entity, needed("orderBy", order))));
  }

  /** The newest so many, the newest first. */
  public Query<T> newest(long rows) {
    return with(new Step.Sort(Orders.byAge(entity, true))).first(rows);
  }

  /** The newest one alone. */
  public Query<T> newest() {
    return newest(1);
  }

  /** The oldest so many, the oldest first. */
  public Query<T> oldest(long rows) {
    return with(new Step.Sort(Orders.byAge(entity, false))).first(rows);
  }

  /** The oldest one alone. */
  public Query<T> oldest() {
    return oldest(1);
  }

  /** Not more than so many. */
  @Override
  public Query<T> first(long rows) {
    if (rows < 0) {
      throw new IllegalArgumentException("not less than no rows: " + rows);
    }
    return with(new Step.Limit(rows));
  }

  /** The first row, or null when there is none. Fetches no other. */
  public T first() {
    Iterator<T> rows = first(1).iterator();
    return rows.hasNext() ? rows.next() : null;
  }

  /** The row at a place, counted from 0; null when there are not so many. */
  public T getAt(int place) {
    Iterator<T> rows = first(place + 1L).iterator();
    T row = null;
    for (int i = 0; i <= place; i++) {
      row = rows.hasNext() ? rows.next() : null;
    }
    return row;
  }

  /** The jobs with their tasks, progress and errors, a request for each. */
  public Query<T> withTasks() {
    if (entity != (Entity<?>) Entities.JOBS) {
      throw new IllegalArgumentException("only jobs have tasks, and these are " + entity);
    }
    return with(new Step.WithTasks());
  }

  /** How many there are now; one request where the service can count them. */
  public long count() {
    account.asked().accept(this);
    return reading().count(account.service());
  }

  /** How many there are now, if one request tells; empty when more would be needed. */
  @Override
  public OptionalLong countAtOnce() {
    return reading().countAtOnce(account.service());
  }

  /** Same as {@link #count()}. */
  public long size() {
    return count();
  }

  /** How many there are of each kind, in order of first appearance. */
  public Map<Object, Long> countBy(
      @ClosureParams(value = FromString.class, options = "T") Closure<?> kind) {
    needed("countBy", kind);
    Map<Object, Long> counts = new LinkedHashMap<>();
    forEach(row -> counts.merge(kind.call(row), 1L, Long::sum));
    return counts;
  }

  /** All of each kind, in order of first appearance. */
  public Map<Object, List<T>> groupBy(
      @ClosureParams(value = FromString.class, options = "T") Closure<?> kind) {
    needed("groupBy", kind);
    Map<Object, List<T>> groups = new LinkedHashMap<>();
    forEach(row -> groups.computeIfAbsent(kind.call(row), key -> new ArrayList<>()).add(row));
    return groups;
  }

  /** Does something with each. */
  public void each(@ClosureParams(value = FromString.class, options = "T") Closure<?> action) {
    forEach(needed("each", action)::call);
  }

  /** Whether there is any; fetches one row at most. */
  public boolean asBoolean() {
    boolean isAny = first(1).iterator().hasNext();
    // all of them are what was asked about
    account.asked().accept(this);
    return isAny;
  }

  /** Whether there is none; fetches one row at most. */
  public boolean isEmpty() {
    return !asBoolean();
  }

  /**
   * Runs once, and waits until all its jobs have come to their end.
   *
   * @return the jobs as they are then, with their tasks, in the same order
   * @throws dev.amsshell.await.AwaitFailed at the end, when any ended in Error or Canceled, is
   *     gone, or is late
   */
  public List<Job> await() {
    return await(Map.of());
  }

  /**
   * As {@link #await()}, with the options of {@link JobHandle#await(Map)} and {@code appear}: how
   * long to wait for the first job, when there is none yet.
   */
  public List<Job> await(Map<String, ?> options) {
    return new AwaitWords(account).all("await", options, this);
  }

  /** As {@link #await()}, but each job is returned in whatever state it ended. */
  public List<Job> settle() {
    return settle(Map.of());
  }

  /** As {@link #settle()}, with the options of {@link #await(Map)}. */
  public List<Job> settle(Map<String, ?> options) {
    return new AwaitWords(account).all("settle", options, this);
  }

  /**
   * Runs once, and asks the service to stop those of its jobs that are Queued, Scheduled or
   * Processing.
   *
   * @return those that it asked for, as they are then
   * @throws WriteRefused when changes are not permitted
   */
  public List<Job> cancel() {
    return changed(new Change.Cancel());
  }

  /**
   * Runs once, and removes the records of those of its jobs that are over.
   *
   * @return those that are gone, as they were before
   * @throws WriteRefused when changes are not permitted
   */
  public List<Job> delete() {
    return changed(new Change.Delete());
  }

  /**
   * Runs once, and moves those of its jobs in the queue that are Queued.
   *
   * @param priority a whole number, not less than 0; higher goes first
   * @return those that were moved, as they are then
   * @throws WriteRefused when changes are not permitted
   */
  public List<Job> setPriority(Object priority) {
    return changed(WriteWords.priority(priority));
  }

  /** Its rows, which are known to be jobs, from the service seen in another way. */
  @SuppressWarnings("unchecked")
  Iterator<Job> jobs(MediaService service) {
    return (Iterator<Job>) reading().rows(service);
  }

  /** The exact requests, what is evaluated here and why, and what limits there are. */
  public Plan explain() {
    return reading().plan(account.service());
  }

  @Override
  public Iterator<T> iterator() {
    account.asked().accept(this);
    return reading().rows(account.service());
  }

  @Override
  public Class<T> rowType() {
    return entity.type();
  }

  /** Says what it is; fetches nothing. */
  @Override
  public String toString() {
    return "a query of %s; 'show' prints its rows".formatted(entity);
  }

  private List<Job> changed(Change change) {
    if (entity != (Entity<?>) Entities.JOBS) {
      throw new IllegalArgumentException("only jobs can be changed, and these are " + entity);
    }
    return new WriteWords(account).all(this, change);
  }

  private static <V> V needed(String word, V value) {
    if (value == null) {
      throw new IllegalArgumentException(word + " takes no null");
    }
    return value;
  }

  private Reading<T> reading() {
    return new Reading<>(entity, steps, account.clock().instant());
  }

  private Query<T> with(Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new Query<>(entity, account, more);
  }
}
