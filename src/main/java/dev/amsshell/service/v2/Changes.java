package dev.amsshell.service.v2;

import dev.amsshell.base.Cancelled;
import dev.amsshell.base.Failure;
import dev.amsshell.job.Change;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.service.ChangeFailed;
import dev.amsshell.service.ChangeRefused;
import dev.amsshell.service.MediaService;
import dev.amsshell.service.NoSuchJob;
import dev.amsshell.transport.Answer;
import dev.amsshell.transport.OutcomeUnknown;
import dev.amsshell.transport.Unreachable;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One change of one job. It is sent once; when no answer says what became of it, the job is looked
 * at, and only if the change was not done it is sent again. What the service accepts is looked at,
 * too.
 */
final class Changes {
  /** How often it is sent at most, and how often it is looked whether it was done. */
  private static final int TRIES = 3;

  /** What the service answers when it does as it is asked. */
  private static final int ACCEPTED = 204;

  /** Something in between may have said so, whatever the service did. */
  private static final Set<Integer> DOUBTFUL = Set.of(408, 429);

  /** The service does not do it; why is seen from the job's state (wire sheet 6.1, 6.2). */
  private static final Set<Integer> REFUSED = Set.of(400, 404);

  private final MediaService service;
  private final Wire wire;
  private final Consumer<String> notices;
  private final JobId id;
  private final Change change;

  /** Whether it may have been done without an answer that says so. */
  private boolean isInDoubt;

  /**
   * @param service where the job is looked at
   * @param notices told when it is in doubt
   */
  Changes(MediaService service, Wire wire, Consumer<String> notices, JobId id, Change change) {
    this.service = service;
    this.wire = wire;
    this.notices = notices;
    this.id = id;
    this.change = change;
  }

  /** Makes it; the job as it is then, or nothing when it was deleted. */
  Optional<Job> make() {
    try {
      return made();
    } catch (Cancelled e) {
      notices.accept(
          "interrupted; it may have been sent, and it is not known whether it was done: %s; to look: %s"
              .formatted(change.of("job " + id), ChangeFailed.howToLook(change, id)));
      throw e;
    }
  }

  private Optional<Job> made() {
    for (int tries = 1; ; tries++) {
      String trouble;
      try {
        Answer answer = wire.send(change, id);
        if (answer.status() == ACCEPTED) {
          return confirmed();
        }
        if (!isDoubtful(answer)) {
          return refused(answer);
        }
        trouble = "%s answered %d".formatted(answer.uri().getRawAuthority(), answer.status());
      } catch (OutcomeUnknown e) {
        trouble = e.getMessage();
      } catch (Unreachable e) {
        throw isInDoubt ? ChangeFailed.unknown(change, id, e.getMessage()) : e;
      }
      isInDoubt = true;
      notices.accept(trouble + "; looking whether it was done");
      wire.pause(tries);
      Optional<Job> job = seen(trouble);
      if (Rules.isDone(change, job)) {
        return job;
      }
      requirePossible(job);
      if (tries == TRIES) {
        throw ChangeFailed.notDone(change, id, "%s; %s".formatted(trouble, still(job.get())));
      }
      notices.accept("it was not done; sending it again (%d of %d)".formatted(tries + 1, TRIES));
    }
  }

  private static boolean isDoubtful(Answer answer) {
    return answer.isSuccess() || answer.status() >= 500 || DOUBTFUL.contains(answer.status());
  }

  /** It was accepted; what is read right afterwards may still be old. */
  private Optional<Job> confirmed() {
    for (int looks = 1; ; looks++) {
      Optional<Job> job = seen("The service accepted it");
      boolean isOver =
          change instanceof Change.Cancel && job.isPresent() && job.get().state().isFinal();
      if (isOver || Rules.isDone(change, job)) {
        return job;
      }
      Job there = job.orElseThrow(this::noSuchJob);
      if (looks == TRIES) {
        throw ChangeFailed.unknown(change, id, "The service accepted it, but " + still(there));
      }
      wire.pause(looks);
    }
  }

  /** After a try that nobody answered, a refusal may mean that it was done. */
  private Optional<Job> refused(Answer answer) {
    if (!REFUSED.contains(answer.status())) {
      throw wire.refusal(answer);
    }
    Optional<Job> job;
    try {
      job = service.find(id);
    } catch (Failure e) {
      Failure refusal = wire.refusal(answer);
      throw isInDoubt ? lookingFailed(refusal.getMessage(), e) : refusal;
    }
    if (isInDoubt && Rules.isDone(change, job)) {
      return job;
    }
    requirePossible(job);
    throw wire.refusal(answer);
  }

  private void requirePossible(Optional<Job> job) {
    Job there = job.orElseThrow(this::noSuchJob);
    Rules.obstacle(change, there)
        .ifPresent(
            obstacle -> {
              throw new ChangeRefused(change, id.text(), obstacle);
            });
  }

  private NoSuchJob noSuchJob() {
    return new NoSuchJob(id, service.describe());
  }

  private Optional<Job> seen(String before) {
    try {
      return service.find(id);
    } catch (Failure e) {
      throw lookingFailed(before, e);
    }
  }

  private ChangeFailed lookingFailed(String before, Failure e) {
    return ChangeFailed.unknown(
        change, id, "%s, and looking at the job failed: %s".formatted(before, e.getMessage()));
  }

  private String still(Job job) {
    return change instanceof Change.Priority
        ? "its priority is still " + job.priority()
        : "it is still " + job.state();
  }
}
