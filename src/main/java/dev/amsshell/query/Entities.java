package dev.amsshell.query;

import dev.amsshell.job.Asset;
import dev.amsshell.job.Job;
import dev.amsshell.job.Processor;
import dev.amsshell.job.Task;
import java.util.List;
import java.util.function.Function;

/** What a service has many of. */
public final class Entities {
  public static final Entity<Job> JOBS =
      new Entity<>(
          "jobs",
          Job.class,
          List.of(
              property(Job.class, "id", Type.JOB_ID, Job::id),
              nullable(Job.class, "name", Type.TEXT, Job::name),
              property(Job.class, "state", Type.STATE, Job::state),
              property(Job.class, "priority", Type.NUMBER, Job::priority),
              property(Job.class, "created", Type.TIME, Job::created),
              property(Job.class, "lastModified", Type.TIME, Job::lastModified),
              nullable(Job.class, "started", Type.TIME, Job::started),
              nullable(Job.class, "ended", Type.TIME, Job::ended),
              property(Job.class, "runningDuration", Type.DURATION, Job::runningDuration),
              nullable(Job.class, "templateId", Type.TEXT, Job::templateId)),
          Job::id);

  public static final Entity<Task> TASKS =
      new Entity<>(
          "tasks",
          Task.class,
          List.of(
              property(Task.class, "id", Type.TEXT, Task::id),
              nullable(Task.class, "name", Type.TEXT, Task::name),
              property(Task.class, "state", Type.STATE, Task::state),
              property(Task.class, "progress", Type.NUMBER, Task::progress),
              property(Task.class, "priority", Type.NUMBER, Task::priority),
              nullable(Task.class, "started", Type.TIME, Task::started),
              nullable(Task.class, "ended", Type.TIME, Task::ended),
              property(Task.class, "runningDuration", Type.DURATION, Task::runningDuration),
              nullable(Task.class, "processor", Type.TEXT, Task::processor)),
          Task::id);

  public static final Entity<Asset> ASSETS =
      new Entity<>(
          "assets",
          Asset.class,
          List.of(
              property(Asset.class, "id", Type.TEXT, Asset::id),
              nullable(Asset.class, "name", Type.TEXT, Asset::name),
              property(Asset.class, "created", Type.TIME, Asset::created),
              property(Asset.class, "lastModified", Type.TIME, Asset::lastModified),
              nullable(Asset.class, "alternateId", Type.TEXT, Asset::alternateId),
              nullable(Asset.class, "storageAccount", Type.TEXT, Asset::storageAccount)),
          Asset::id);

  public static final Entity<Processor> PROCESSORS =
      new Entity<>(
          "processors",
          Processor.class,
          List.of(
              property(Processor.class, "id", Type.TEXT, Processor::id),
              nullable(Processor.class, "name", Type.TEXT, Processor::name),
              nullable(Processor.class, "vendor", Type.TEXT, Processor::vendor),
              nullable(Processor.class, "version", Type.TEXT, Processor::version)),
          Processor::id);

  /** All of them. */
  public static final List<Entity<?>> ALL = List.of(JOBS, TASKS, ASSETS, PROCESSORS);

  private Entities() {}

  private static <T> Property property(
      Class<T> type, String name, Type kind, Function<T, Object> reader) {
    return new Property(name, kind, false, row -> reader.apply(type.cast(row)));
  }

  private static <T> Property nullable(
      Class<T> type, String name, Type kind, Function<T, Object> reader) {
    return new Property(name, kind, true, row -> reader.apply(type.cast(row)));
  }
}
