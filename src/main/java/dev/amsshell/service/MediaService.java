package dev.amsshell.service;

import dev.amsshell.job.InvalidJobId;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.job.Task;
import java.util.List;
import java.util.Optional;

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

  /** Where the service is, for people. */
  String describe();

  @Override
  void close();
}
