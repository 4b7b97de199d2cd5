package dev.amsshell.await;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.amsshell.base.CancellableThread;
import dev.amsshell.base.Cancellation;
import dev.amsshell.base.Failure;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.render.Progress;
import dev.amsshell.service.MediaService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs a query until it gives a job. For one thread. */
final class Appearance {
  private static final Duration NO_TIME = Duration.ZERO;

  /** How often the picture is drawn anew, in milliseconds. */
  private static final int FRAME = 250;

  private final MediaService service;
  private final MediaService quiet;
  private final Clock clock;
  private final Nap nap;
  private final Pace pace;
  private final ProgressView view;
  private final Outage outage;

  Appearance(MediaService service, Clock clock, Nap nap, Pace pace, ProgressView view) {
    this.service = service;
    this.quiet = service.telling(notice -> {});
    this.clock = clock;
    this.nap = nap;
    this.pace = pace;
    this.view = view;
    this.outage = new Outage(view::tell);
  }

  /**
   * The ids that the query gives, each once; none when it gives none for as long as the terms say.
   *
   * @param last until when it must have answered, unless it is waited for a job to appear; null for
   *     never
   * @throws Failure when the query fails at first, for good, or at the last, or is not answered
   */
  List<JobId> ids(
      Function<MediaService, Iterator<Job>> query,
      Optional<Duration> appear,
      Optional<Duration> every,
      Instant last,
      Cancellation wish) {
    Instant began = clock.instant();
    Deadline deadline = new Deadline(appear.map(began::plus).orElse(last));
    boolean hasAnswered = false;
    int troubles = 0;
    while (true) {
      Instant at = clock.instant();
      Failure trouble = null;
      try {
        MediaService asked = hasAnswered ? quiet : service;
        List<JobId> ids = answer(() -> distinct(query.apply(asked)), deadline, began, wish);
        if (!ids.isEmpty() || appear.isEmpty()) {
          return ids;
        }
        hasAnswered = true;
        troubles = 0;
        outage.over(at);
      } catch (AwaitFailed e) {
        throw e;
      } catch (Failure e) {
        if (!hasAnswered || !Outage.passes(e)) {
          throw e;
        }
        trouble = e;
        troubles++;
        outage.missed(e, at);
      }
      Instant now = clock.instant();
      deadline.notice(now);
      if (deadline.isLast(at, trouble == null) || deadline.isExhausted(now)) {
        if (trouble != null) {
          throw trouble;
        }
        return List.of();
      }
      show(began, now, deadline.at());
      Duration interval =
          every.orElse(pace.next(Duration.between(began, now), null, NO_TIME, troubles));
      pause(Duration.between(now, deadline.bounded(now.plus(interval), now)), wish);
    }
  }

  /** Asked on a thread of its own, so that a request that hangs keeps nobody from giving up. */
  private List<JobId> answer(
      Supplier<List<JobId>> query, Deadline deadline, Instant began, Cancellation wish) {
    Cancellation mine = new Cancellation();
    CompletableFuture<List<JobId>> answer = new CompletableFuture<>();
    Runnable ask =
        () -> {
          try {
            answer.complete(query.get());
          } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
          }
        };
    try (Cancellation.Registration link = wish.onCancel(mine::cancel)) {
      new CancellableThread("query", mine, ask).start();
      while (true) {
        // whatever comes is told below
        answer.handle((ids, failure) -> ids).completeOnTimeout(null, FRAME, MILLISECONDS).join();
        if (answer.isDone()) {
          return answer.join();
        }
        wish.checkpoint();
        Instant now = clock.instant();
        deadline.notice(now);
        if (deadline.isExhausted(now)) {
          throw Report.notAnswered(Duration.between(began, now));
        }
        show(began, now, deadline.at());
      }
    } catch (CompletionException e) {
      throw CancellableThread.asIfHere(e.getCause());
    } finally {
      mine.cancel();
    }
  }

  private void show(Instant began, Instant now, Instant deadline) {
    view.show(
        new Progress(
            0,
            Map.of(),
            0,
            null,
            List.of(),
            List.of(),
            began,
            now,
            null,
            deadline,
            outage.since()));
  }

  private void pause(Duration duration, Cancellation wish) {
    Object lock = new Object();
    Runnable wake =
        () -> {
          synchronized (lock) {
            lock.notifyAll();
          }
        };
    try (Cancellation.Registration registration = wish.onCancel(wake)) {
      synchronized (lock) {
        wish.checkpoint();
        nap.on(lock, duration);
      }
    } catch (InterruptedException e) {
      // only a cancellation ends this; who interrupts otherwise has it look sooner
    }
    wish.checkpoint();
  }

  private static List<JobId> distinct(Iterator<Job> jobs) {
    Map<String, JobId> ids = new LinkedHashMap<>();
    jobs.forEachRemaining(job -> ids.putIfAbsent(Request.key(job.id()), new JobId(job.id())));
    return List.copyOf(ids.values());
  }
}
