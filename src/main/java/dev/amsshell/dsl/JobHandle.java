package dev.amsshell.dsl;

import dev.amsshell.job.Asset;
import dev.amsshell.job.Change;
import dev.amsshell.job.Fault;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.job.JobState;
import dev.amsshell.job.Task;
import dev.amsshell.render.Renderable;
import dev.amsshell.service.MediaService;
import dev.amsshell.service.NoSuchJob;
import dev.amsshell.triage.HtmlFile;
import dev.amsshell.triage.JobTimeline;
import dev.amsshell.triage.Why;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A job, live: each read asks the service, except that reads within one second share an answer.
 *
 * <p>Every read but {@link #exists()} throws {@link NoSuchJob} when there is no such job.
 */
public final class JobHandle implements Renderable {
  private static final Duration SHARED_FOR = Duration.ofSeconds(1);

  private final JobId id;
  private final MediaService service;
  private final Clock clock;
  private final HtmlFile files;
  private final AwaitWords awaits;
  private final WriteWords writes;
  private final Recent<Optional<Job>> job;
  private final Recent<List<Task>> tasks;

  JobHandle(JobId id, Account account) {
    this.id = id;
    this.service = account.service();
    this.awaits = new AwaitWords(account);
    this.writes = new WriteWords(account);
    this.clock = account.clock();
    this.files = account.files();
    this.tasks = new Recent<>(clock, SHARED_FOR, () -> service.tasks(id));
    this.job = new Recent<>(clock, SHARED_FOR, this::find);
  }

  /** The full id, as the service writes it. Asks nothing. */
  public String getId() {
    return id.text();
  }

  /** The name it was submitted under; may be null. */
  public String getName() {
    return read().name();
  }

  /** What it is doing. */
  public JobState getState() {
    return read().state();
  }

  /** Higher goes first; 0 is the default. */
  public int getPriority() {
    return read().priority();
  }

  /** When it was submitted. */
  public Instant getCreated() {
    return read().created();
  }

  /** When the service last changed it; not to be trusted to move. */
  public Instant getLastModified() {
    return read().lastModified();
  }

  /** When work began; null while queued or scheduled. */
  public Instant getStarted() {
    return read().started();
  }

  /** When it reached its final state; null before. */
  public Instant getEnded() {
    return read().ended();
  }

  /** Processor time of its tasks, not wall time. */
  public Duration getRunningDuration() {
    return read().runningDuration();
  }

  /** The template it was made from; usually null. */
  public String getTemplateId() {
    return read().templateId();
  }

  /** Its tasks. */
  public List<Task> getTasks() {
    return tasks.get();
  }

  /** Percent done, the mean of its tasks; null when it has none. */
  public Double getProgress() {
    return Job.progress(getTasks());
  }

  /** What went wrong in any of its tasks. */
  public List<Fault> getErrors() {
    return Job.errors(getTasks());
  }

  /** What went into it; assets that were deleted since are marked as such. */
  public List<Asset> getInputs() {
    return service.inputs(id);
  }

  /** What came or is to come out of it; assets that were deleted since are marked as such. */
  public List<Asset> getOutputs() {
    return service.outputs(id);
  }

  /** Whether there is such a job. */
  public boolean exists() {
    return job.get().isPresent();
  }

  /** Same as {@link #exists()}, as a property. */
  public boolean getExists() {
    return exists();
  }

  /** Same as {@link #exists()}, for {@code if (handle)}. */
  public boolean asBoolean() {
    return exists();
  }

  /**
   * The job as it is now with its tasks, for keeps: the value never changes and never asks again.
   */
  public Job snapshot() {
    return read().with(tasks.get());
  }

  /** Same as {@link #snapshot()}, as a property. */
  public Job getSnapshot() {
    return snapshot();
  }

  /** What happened to it and to its tasks, drawn against time. */
  public JobTimeline timeline() {
    return new JobTimeline(snapshot(), service.describe(), files);
  }

  /** Why it is in the state it is in, in plain words. */
  public Why why() {
    return Why.of(service, snapshot(), clock.instant(), files);
  }

  /**
   * Waits until the job has Finished.
   *
   * @return the job as it is then, with its tasks
   * @throws dev.amsshell.await.AwaitFailed when it ends in Error or Canceled, is gone, or is late
   */
  public Job await() {
    return await(Map.of());
  }

  /**
   * As {@link #await()}, with options.
   *
   * @param options {@code timeout}: a duration, after which the wait fails; {@code until}: a state
   *     to wait for, which is reached also when it was passed, or a closure on the job with its
   *     tasks; {@code every}: a fixed time between looks; {@code stall}: after how long without any
   *     change that is told; {@code onChange}: a closure called with the job at each change of its
   *     state
   * @throws IllegalArgumentException when an option is none, or its value is none of it
   */
  public Job await(Map<String, ?> options) {
    return waited("await", options);
  }

  /** As {@link #await()}, but returns the job in whatever state it ended. */
  public Job settle() {
    return settle(Map.of());
  }

  /** As {@link #settle()}, with the options of {@link #await(Map)}. */
  public Job settle(Map<String, ?> options) {
    return waited("settle", options);
  }

  /**
   * Asks the service to stop the job.
   *
   * @return the job as it is then, Canceling as a rule
   * @throws dev.amsshell.service.ChangeRefused when it is over, or about to stop
   * @throws WriteRefused when changes are not permitted
   */
  public Job cancel() {
    return changed(new Change.Cancel()).orElse(null);
  }

  /**
   * Removes the record of a job that is over, and of its tasks. What it made stays.
   *
   * @throws dev.amsshell.service.ChangeRefused when it is not over
   * @throws WriteRefused when changes are not permitted
   */
  public void delete() {
    changed(new Change.Delete());
  }

  /**
   * Moves the job in the queue.
   *
   * @param priority a whole number, not less than 0; higher goes first
   * @return the job as it is then
   * @throws dev.amsshell.service.ChangeRefused when it is not Queued
   * @throws WriteRefused when changes are not permitted
   */
  public Job setPriority(Object priority) {
    return changed(WriteWords.priority(priority)).orElse(null);
  }

  @Override
  public Object rendered() {
    return snapshot();
  }

  /** Names the job; asks nothing. */
  @Override
  public String toString() {
    return "job " + id;
  }

  /** What was read before would tell of an earlier moment than what the wait has seen. */
  private Job waited(String word, Map<String, ?> options) {
    try {
      return awaits.one(word, options, this);
    } finally {
      forget();
    }
  }

  /** What is decided by the state is decided by the state as it is now. */
  private Optional<Job> changed(Change change) {
    forget();
    try {
      return writes.one(read(), change);
    } finally {
      forget();
    }
  }

  private void forget() {
    job.forget();
    tasks.forget();
  }

  /** Tasks that were read before the job would tell of an earlier moment than the job does. */
  private Optional<Job> find() {
    tasks.forget();
    return service.find(id);
  }

  private Job read() {
    return job.get().orElseThrow(() -> new NoSuchJob(id, service.describe()));
  }
}
