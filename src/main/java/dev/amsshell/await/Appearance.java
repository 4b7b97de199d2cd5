package dev.amsshell.await;

import dev.amsshell.base.Cancellation;
import dev.amsshell.base.Failure;
import dev.amsshell.base.SideWork;
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
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs a query until it gives a job. For one thread. */
final class Appearance {
  private static final Duration NO_TIME = Duration.ZERO;

  /** How often it is seen to that the time is not over. */
  private static final Duration LOOK_UP = Duration.ofMillis(250);

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
   * The ids that the query gives, each once; none when it gives none for so long.
   *
   * @param every the fixed time between runs; empty for one that adapts
   * @throws Failure when the query fails at first, for good, or at the last, or is not answered
   */
  List<JobId> ids(
      Function<MediaService, Iterator<Job>> query,
      Duration appear,
      Optional<Duration> every,
      Cancellation wish) {
    Instant began = clock.instant();
    Deadline deadline = new Deadline(began.plus(appear));
    boolean hasAnswered = false;
    int troubles = 0;
    while (true) {
      Instant at = clock.instant();
      Failure trouble = null;
      try {
        MediaService asked = hasAnswered ? quiet : service;
        // closures of the query may print
        view.clear();
        List<JobId> ids = answer(() -> distinct(query.apply(asked)), deadline, began, wish);
        if (!ids.isEmpty()) {
          return ids;
        }
        hasAnswered = true;
        troubles = 0;
        outage.over(at);
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
    SideWork<List<JobId>> answer = SideWork.start("query", query);
    try {
      while (!answer.isDone(LOOK_UP)) {
        wish.checkpoint();
        Instant now = clock.instant();
        deadline.notice(now);
        if (deadline.isExhausted(now)) {
          throw Report.notAnswered(Duration.between(began, now));
        }
      }
      return answer.join();
    } finally {
      answer.cancel();
    }
  }

  /** The ids of some jobs, each once. */
  static List<JobId> distinct(Iterator<Job> jobs) {
    Map<String, JobId> ids = new LinkedHashMap<>();
    jobs.forEachRemaining(job -> ids.putIfAbsent(Request.key(job.id()), new JobId(job.id())));
    return List.copyOf(ids.values());
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
}
