package dev.amsshell.dsl;

import dev.amsshell.base.Cancelled;
import dev.amsshell.base.Failure;
import dev.amsshell.job.Change;
import dev.amsshell.job.Job;
import dev.amsshell.service.ChangeRefused;
import dev.amsshell.service.MediaService;
import dev.amsshell.service.NoSuchJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words that change something, of a job or of all that a query gives: first the states are
 * looked at, then the guard is asked, once, and only then something is sent.
 */
final class WriteWords {
  private final MediaService service;
  private final WriteGuard guard;

  WriteWords(Account account) {
    this.service = account.service();
    this.guard = account.guard();
  }

  /** The priority that a value is meant to be. */
  static Change priority(Object value) {
    boolean isWhole = value instanceof Integer || value instanceof Long || value instanceof Short;
    long number = isWhole ? ((Number) value).longValue() : -1;
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a priority is a whole number from 0 to %d, not %s".formatted(Integer.MAX_VALUE, value));
    }
    return new Change.Priority((int) number);
  }

  /**
   * Changes one job.
   *
   * @param job as it is now
   * @return as it is then; nothing when it was deleted
   */
  Optional<Job> one(Job job, Change change) {
    Optional<String> obstacle = service.obstacle(change, job);
    if (obstacle.isPresent()) {
      throw new ChangeRefused(change, job.id(), obstacle.get());
    }
    guard.permit(new ChangePlan(change, service.describe(), List.of(job), List.of()));
    Optional<Job> changed = made(job, change);
    tellDone(change, 1);
    return changed;
  }

  /**
   * Runs a query once and changes those of its jobs that can be.
   *
   * @param query of jobs
   * @return those that were changed, as they are then; deleted ones as they were before
   */
  List<Job> all(Query<?> query, Change change) {
    ChangePlan plan = plan(query, change);
    if (plan.jobs().isEmpty()) {
      guard.tell("nothing is sent: " + plan.summary());
      return List.of();
    }
    guard.permit(plan);
    List<Job> changed = new ArrayList<>();
    try {
      for (Job job : plan.jobs()) {
        add(job, change, changed);
      }
    } catch (Cancelled e) {
      guard.tell(
          "interrupted when %d of %d jobs were changed"
              .formatted(changed.size(), plan.jobs().size()));
      throw e;
    } catch (Failure e) {
      throw new ChangesStopped(changed.size(), plan.jobs().size(), e);
    }
    tellDone(change, changed.size());
    return changed;
  }

  private void tellDone(Change change, int jobs) {
    guard.tell("done: " + change.of(ChangePlan.count(jobs)));
  }

  private ChangePlan plan(Query<?> query, Change change) {
    List<Job> jobs = new ArrayList<>();
    List<ChangePlan.LeftOut> leftOut = new ArrayList<>();
    query
        .jobs(service)
        .forEachRemaining(
            job ->
                service
                    .obstacle(change, job)
                    .ifPresentOrElse(
                        reason -> leftOut.add(new ChangePlan.LeftOut(job, reason)),
                        () -> jobs.add(job)));
    return new ChangePlan(change, service.describe(), jobs, leftOut);
  }

  /** A job that can be changed no more, since it was looked at, keeps nobody from the others. */
  private void add(Job job, Change change, List<Job> changed) {
    try {
      changed.add(made(job, change).orElse(job));
    } catch (ChangeRefused | NoSuchJob e) {
      guard.tell("left out: " + e.getMessage());
    }
  }

  private Optional<Job> made(Job job, Change change) {
    return service.change(service.parseId(job.id()), change);
  }
}
