package dev.amsshell.await;

import dev.amsshell.base.CancellableThread;
import dev.amsshell.base.Cancelled;
import dev.amsshell.base.Failure;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.service.MediaService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Waits for jobs of one service. All waits of a process share what they ask the service for. Safe
 * for use by several threads.
 */
public final class Awaiting {
  private final Supplier<MediaService> service;
  private final Clock clock;
  private final Nap nap;
  private final Pace pace;
  private final Supplier<ProgressView> views;
  private final Supplier<Optional<Duration>> timeout;
  private final AtomicBoolean isEndlessSaid = new AtomicBoolean();
  private Watcher watcher;

  /**
   * @param service reached for when somebody first waits
   * @param clock the time
   * @param nap how time passes between looks
   * @param random draws from 0 (inclusive) to 1 (exclusive)
   * @param views makes the view of each wait
   * @param timeout how long a wait may take that does not say, asked as it begins; empty for as
   *     long as it takes
   */
  public Awaiting(
      Supplier<MediaService> service,
      Clock clock,
      Nap nap,
      DoubleSupplier random,
      Supplier<ProgressView> views,
      Supplier<Optional<Duration>> timeout) {
    this.service = service;
    this.clock = new SteadyClock(clock);
    this.nap = nap;
    this.pace = new Pace(random);
    this.views = views;
    this.timeout = timeout;
  }

  /**
   * Waits until all have come to an end, or to what is waited for.
   *
   * @param isStrict whether a job that ends otherwise is a failure, too
   * @return the jobs in the same order
   * @throws AwaitFailed when jobs are gone, or late, or, if that is strict, end otherwise
   * @throws Failure when nothing can be learnt of them: the very first look fails, or the service
   *     refuses to be asked
   */
  public List<Job> all(List<JobId> ids, Terms terms, boolean isStrict) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Instant began = clock.instant();
    List<Verdict> verdicts = wait(ids, terms, false);
    if (!isStrict) {
      verdicts = verdicts.stream().map(Awaiting::leniently).toList();
    }
    if (!verdicts.stream().allMatch(Verdict::isReached)) {
      throw report(terms, began).of(verdicts);
    }
    return verdicts.stream().map(Verdict::job).toList();
  }

  /**
   * Waits until one has come to an end, or to what is waited for.
   *
   * @return the one that did first, whatever its state; null when there are none to wait for
   * @throws AwaitFailed when all are gone or the deadline comes first
   * @throws Failure as {@link #all} does
   */
  public Job any(List<JobId> ids, Terms terms) {
    if (ids.isEmpty()) {
      return null;
    }
    Instant began = clock.instant();
    List<Verdict> verdicts = wait(ids, terms, true);
    return verdicts.stream()
        .filter(Awaiting::isOver)
        .map(Verdict::job)
        .min(Verdict.BY_END)
        .orElseThrow(() -> report(terms, began).of(verdicts));
  }

  /**
   * What a query gives. When it gives nothing, and the terms allow for it, it is run again until it
   * does.
   *
   * @param query runs it
   * @return the ids of its jobs, each once; none when there are none and nothing was to be waited
   *     for
   * @throws AwaitFailed when nothing appeared in time
   * @throws Failure when the query fails at first, or for good
   */
  public List<JobId> resolve(Function<MediaService, Iterator<Job>> query, Terms terms) {
    try (ProgressView view = views.get()) {
      if (terms.appear().isEmpty()) {
        List<JobId> ids = Appearance.distinct(query.apply(service.get()));
        if (ids.isEmpty()) {
          view.tell("the query gives no jobs, so that there are none to wait for");
        }
        return ids;
      }
      Duration appear = terms.appear().get();
      List<JobId> ids =
          new Appearance(service.get(), clock, nap, pace, view)
              .ids(query, appear, terms.every(), CancellableThread.current());
      if (ids.isEmpty()) {
        throw Report.nothingAppeared(appear);
      }
      return ids;
    }
  }

  private List<Verdict> wait(List<JobId> ids, Terms terms, boolean isForAny) {
    Optional<Duration> most = terms.timeout().or(() -> Terms.bounded(timeout.get()));
    try (ProgressView view = views.get()) {
      Wait wait =
          new Wait(
              ids,
              terms,
              isForAny,
              new Deadline(most.map(clock.instant()::plus).orElse(null)),
              watcher(),
              clock,
              pace,
              view,
              () -> sayIfEndless(most, view));
      try {
        return wait.verdicts(CancellableThread.current());
      } catch (Cancelled e) {
        view.clear();
        view.tell(resume(ids, wait.open()));
        throw e;
      }
    }
  }

  private static String resume(List<JobId> ids, int open) {
    return ids.size() == 1
        ? "the job goes on; to wait for it again: ams.job('%s').await()".formatted(ids.get(0))
        : "%d of %d jobs are not over and go on; to wait for them again, await the same"
            .formatted(open, ids.size());
  }

  /** Said once, to somebody whom it concerns. */
  private void sayIfEndless(Optional<Duration> timeout, ProgressView view) {
    if (timeout.isEmpty() && !isEndlessSaid.getAndSet(true)) {
      view.tell("waiting as long as it takes; --timeout 2h or timeout: 2.hours would end it");
    }
  }

  private synchronized Watcher watcher() {
    if (watcher == null) {
      watcher = new Watcher(service.get(), clock, nap);
    }
    return watcher;
  }

  private Report report(Terms terms, Instant began) {
    return new Report(terms.goal(), began, clock.instant(), service.get().describe());
  }

  /** Whatever ends a job was waited for. */
  private static Verdict leniently(Verdict verdict) {
    return isOver(verdict)
        ? new Verdict(verdict.id(), verdict.job(), Verdict.End.REACHED)
        : verdict;
  }

  private static boolean isOver(Verdict verdict) {
    return verdict.end() != Verdict.End.GONE && verdict.end() != Verdict.End.LATE;
  }
}
