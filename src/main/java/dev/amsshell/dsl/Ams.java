package dev.amsshell.dsl;

import dev.amsshell.base.Failure;
import dev.amsshell.job.Asset;
import dev.amsshell.job.InvalidJobId;
import dev.amsshell.job.Job;
import dev.amsshell.job.Processor;
import dev.amsshell.job.Task;
import dev.amsshell.query.Entities;
import dev.amsshell.service.MediaService;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a script knows as {@code ams}: one account of a media service. */
public final class Ams {
  private final Supplier<MediaService> service;
  private final Clock clock;
  private final Consumer<Object> display;

  /**
   * @param service reached for when a word first needs it, so that a script without such words runs
   *     without any configuration; may throw a {@link Failure}
   * @param clock tells how old an answer is
   * @param display prints a value where results go
   */
  public Ams(Supplier<MediaService> service, Clock clock, Consumer<Object> display) {
    this.service = service;
    this.clock = clock;
    this.display = display;
  }

  /**
   * A live handle of a job. Sends nothing yet.
   *
   * @param id the full id or the GUID alone, in any letter case
   * @throws InvalidJobId when it cannot be an id
   */
  public JobHandle job(Object id) {
    MediaService connected = service.get();
    return new JobHandle(connected.parseId(String.valueOf(id)), connected, clock);
  }

  /** A live handle of a job that is at hand as a snapshot. */
  public JobHandle job(Job snapshot) {
    return job(snapshot.id());
  }

  /** All jobs of the account, to be narrowed down. */
  public Query<Job> getJobs() {
    return new Query<>(Entities.JOBS, service, clock);
  }

  /** All tasks of all jobs. A task does not say which job it belongs to. */
  public Query<Task> getTasks() {
    return new Query<>(Entities.TASKS, service, clock);
  }

  /** All assets of the account. */
  public Query<Asset> getAssets() {
    return new Query<>(Entities.ASSETS, service, clock);
  }

  /** The media processors that the account may use. */
  public Query<Processor> getProcessors() {
    return new Query<>(Entities.PROCESSORS, service, clock);
  }

  /** Prints any value, whole, in the format that was asked for on the command line. */
  public void show(Object value) {
    display.accept(value);
  }

  /** Where the account is. */
  @Override
  public String toString() {
    return "ams at " + service.get().describe();
  }
}
