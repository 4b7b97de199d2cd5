package dev.amsshell.service;

import dev.amsshell.job.Asset;
import dev.amsshell.job.Capacity;
import dev.amsshell.job.Change;
import dev.amsshell.job.InvalidJobId;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.job.Task;
import dev.amsshell.query.Plan;
import dev.amsshell.query.Selection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A media service as the rest of the shell sees it: jobs in, values out, and no word of how they
 * travel.
 *
 * <p>Every method that asks the service may throw {@link AccessRefused}, {@link RequestRefused},
 * {@link UnexpectedAnswer} or one of the transport's failures.
 */
public interface MediaService extends AutoCloseable {
  /**
   * Understands what a person typed as the id of a job. Sends nothing.
   *
   * @throws InvalidJobId when it cannot be one
   */
  JobId parseId(String text);

  /** The job of that id without its tasks, or nothing when there is none. */
  Optional<Job> find(JobId id);

  /**
   * The tasks of a job.
   *
   * @throws NoSuchJob when there is no such job
   */
  List<Task> tasks(JobId id);

  /**
   * The rows that are wanted, one after another. They come as they are consumed; nothing is sent
   * before the first is asked for. The iterator throws when the service fails in between: what it
   * gave until then is not all there is.
   */
  <T> Iterator<T> list(Selection<T> selection);

  /** How many rows there are; the service counts them where it can. */
  long count(Selection<?> selection);

  /** How a selection would be read. Sends nothing. */
  Plan plan(Selection<?> selection);

  /**
   * The same jobs, each with its tasks. Some are read at a time, ahead of the consumer. A job that
   * vanished meanwhile is left out.
   */
  Iterator<Job> withTasks(Iterator<Job> jobs);

  /**
   * What went into a job, deleted assets included.
   *
   * @throws NoSuchJob when there is no such job
   */
  List<Asset> inputs(JobId id);

  /**
   * What came or is to come out of a job, deleted assets included.
   *
   * @throws NoSuchJob when there is no such job
   */
  List<Asset> outputs(JobId id);

  /**
   * Why the service would not do that to a job in this state, in its own rule; nothing when it
   * would, or when only it knows. Sends nothing.
   */
  Optional<String> obstacle(Change change, Job job);

  /**
   * Changes a job and looks whether that was done. What may have been done without an answer that
   * says so is never repeated without looking.
   *
   * @return the job as it is then, without its tasks; nothing when it was deleted
   * @throws NoSuchJob when there is no such job
   * @throws ChangeRefused when the job is in no state, or in none any more, to be changed so
   * @throws ChangeFailed when it was not done, or nobody knows whether it was
   */
  Optional<Job> change(JobId id, Change change);

  /**
   * How much the account processes at a time; nothing where the service has no such thing, or does
   * not tell.
   */
  Optional<Capacity> capacity();

  /** The same service over the same connections, which tells its notices to somebody else. */
  MediaService telling(Consumer<String> notices);

  /** How many rows of a list one request brings at most. */
  int rowsAtATime();

  /** Where the service is, for people. */
  String describe();

  @Override
  void close();
}
