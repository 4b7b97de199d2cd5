package dev.amsshell.dsl;

import dev.amsshell.await.Awaiting;
import dev.amsshell.base.Failure;
import dev.amsshell.check.Bookmark;
import dev.amsshell.job.Asset;
import dev.amsshell.job.InvalidJobId;
import dev.amsshell.job.Job;
import dev.amsshell.job.Processor;
import dev.amsshell.job.Task;
import dev.amsshell.query.Entities;
import dev.amsshell.service.MediaService;
import dev.amsshell.triage.HtmlFile;
import dev.amsshell.triage.Triage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a script knows as {@code ams}: one account of a media service. */
public final class Ams {
  private final Account account;
  private final AwaitWords awaits;
  private final Host host;

  /**
   * @param service reached for when a word first needs it, so that a script without such words runs
   *     without any configuration; may throw a {@link Failure}
   * @param clock tells how old an answer is
   * @param awaiting waits for jobs of the same service
   * @param guard permits changes of its jobs
   * @param host who runs the words
   */
  public Ams(
      Supplier<MediaService> service, Clock clock, Awaiting awaiting, WriteGuard guard, Host host) {
    HtmlFile files = new HtmlFile(host.clean());
    this.account = new Account(service, clock, awaiting, guard, files, host.checks()::asked);
    this.awaits = new AwaitWords(account);
    this.host = host;
  }

  /**
   * The same words for the account of another profile. Sends nothing yet.
   *
   * @param profile its name
   * @throws Failure when there is none of that name, it cannot be used, or this is the sandbox,
   *     which nothing leads out of
   */
  public Ams on(CharSequence profile) {
    return host.others().apply(profile.toString());
  }

  /**
   * A live handle of a job. Sends nothing yet.
   *
   * @param id the full id or the GUID alone, in any letter case
   * @throws InvalidJobId when it cannot be an id
   */
  public JobHandle job(Object id) {
    return new JobHandle(account.service().parseId(String.valueOf(id)), account);
  }

  /** A live handle of a job that is at hand as a snapshot. */
  public JobHandle job(Job snapshot) {
    return job(snapshot.id());
  }

  /** All jobs of the account, to be narrowed down. */
  public Query<Job> getJobs() {
    return new Query<>(Entities.JOBS, account);
  }

  /** All tasks of all jobs. A task does not say which job it belongs to. */
  public Query<Task> getTasks() {
    return new Query<>(Entities.TASKS, account);
  }

  /** All assets of the account. */
  public Query<Asset> getAssets() {
    return new Query<>(Entities.ASSETS, account);
  }

  /** The media processors that the account may use. */
  public Query<Processor> getProcessors() {
    return new Query<>(Entities.PROCESSORS, account);
  }

  /**
   * Waits until a job has Finished.
   *
   * @param job a handle, a snapshot or an id
   * @return the job as it is then, with its tasks
   * @throws dev.amsshell.await.AwaitFailed when it ends in Error or Canceled, is gone, or is late
   */
  public Job await(Object job) {
    return await(Map.of(), job);
  }

  /**
   * As {@link #await(Object)}, with options: {@code timeout}, {@code until}, {@code every}, {@code
   * stall}, {@code onChange}; see {@link JobHandle#await(Map)}.
   */
  public Job await(Map<String, ?> options, Object job) {
    return awaits.one("await", options, job);
  }

  /**
   * Waits until all jobs have come to their end.
   *
   * @param jobs handles, snapshots, ids, collections of these, or a query, which is run once
   * @return the jobs as they are then, with their tasks, in the same order
   * @throws dev.amsshell.await.AwaitFailed at the end, when any ended in Error or Canceled, is
   *     gone, or is late
   */
  public List<Job> await(Iterable<?> jobs) {
    return await(Map.of(), jobs);
  }

  /**
   * As {@link #await(Iterable)}, with options. For a query there is also {@code appear}: how long
   * to wait for its first job.
   */
  public List<Job> await(Map<String, ?> options, Iterable<?> jobs) {
    return awaits.all("await", options, jobs);
  }

  /** As {@link #await(Object)}, but returns the job in whatever state it ended. */
  public Job settle(Object job) {
    return settle(Map.of(), job);
  }

  /** As {@link #settle(Object)}, with the options of {@link #await(Map, Object)}. */
  public Job settle(Map<String, ?> options, Object job) {
    return awaits.one("settle", options, job);
  }

  /** As {@link #await(Iterable)}, but each job is returned in whatever state it ended. */
  public List<Job> settle(Iterable<?> jobs) {
    return settle(Map.of(), jobs);
  }

  /** As {@link #settle(Iterable)}, with the options of {@link #await(Map, Iterable)}. */
  public List<Job> settle(Map<String, ?> options, Iterable<?> jobs) {
    return awaits.all("settle", options, jobs);
  }

  /**
   * Waits until the first of some jobs has come to its end.
   *
   * @return that job with its tasks, whatever its state; null when there are none to wait for
   * @throws dev.amsshell.await.AwaitFailed when all are gone, or none ends in time
   */
  public Job awaitAny(Iterable<?> jobs) {
    return awaitAny(Map.of(), jobs);
  }

  /** As {@link #awaitAny(Iterable)}, with the options of {@link #await(Map, Iterable)}. */
  public Job awaitAny(Map<String, ?> options, Iterable<?> jobs) {
    return awaits.any(options, jobs);
  }

  /** As {@link #triage(Map)}, of the last six hours. */
  public Triage triage() {
    return triage(Map.of());
  }

  /** As {@link #triage(Map)}, with nothing but since when. */
  public Triage triage(Duration since) {
    return triage(Map.of("since", since));
  }

  /**
   * The one page of an incident: what is failing, since when, how much of it, and what to do.
   *
   * @param options {@code since}: a duration or a moment, six hours when left out; {@code
   *     queuedFor}, {@code idleFor}, {@code fullFor}, {@code cancelingFor}: how long a job may be
   *     Queued, without progress, at 100 % or Canceling before it looks stuck; {@code mostReads}:
   *     of how many failed jobs the tasks are read one by one, where the service refuses to list
   *     tasks
   * @throws IllegalArgumentException when an option is none, or its value is none of it
   */
  public Triage triage(Map<String, ?> options) {
    Instant now = account.clock().instant();
    TriageOptions given = TriageOptions.of(options, now);
    return Triage.of(
        account.service(), given.from(), now, given.limits(), given.mostReads(), account.files());
  }

  /** Prints any value, whole, in the format that was asked for on the command line. */
  public void show(Object value) {
    host.display().accept(value);
  }

  /**
   * What earlier runs have seen of this account, under a name; what this one sees is added when it
   * ends with 0.
   *
   * @throws Failure when what they left cannot be read
   */
  public Bookmark bookmark(CharSequence name) {
    return host.bookmarks().apply(name == null ? "" : name.toString());
  }

  /** The words of the account, of a job and of queries, a line for each; asks nothing. */
  public List<Help.Entry> help() {
    return new Help(new Words()).all();
  }

  /**
   * Everything about one word, whatever it is a word of; asks nothing.
   *
   * @throws IllegalArgumentException when there is no such word; the message names near ones
   */
  public List<Help.Line> help(CharSequence word) {
    return new Help(new Words()).about(word.toString());
  }

  Host host() {
    return host;
  }

  /** Where the account is. */
  @Override
  public String toString() {
    return "ams at " + account.service().describe();
  }
}
