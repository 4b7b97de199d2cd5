package dev.amsshell.await;

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
import java.util.function.Function;

/** Runs a query until it gives a job. For one thread. */
final class Appearance {
  private final MediaService service;
  private final Clock clock;
  private final Nap nap;
  private final Pace pace;
  private final ProgressView view;
  private final Outage outage;

  Appearance(MediaService service, Clock clock, Nap nap, Pace pace, ProgressView view) {
    this.service = service.telling(notice -> {});
    this.clock = clock;
    this.nap = nap;
    this.pace = pace;
    this.view = view;
    this.outage = new Outage(view::tell);
  }

  /**
   * The ids that the query gives, each once; none when it gives none for so long.
   *
   * @throws Failure when the query fails at first, or for good
   */
  List<JobId> ids(
      Function<MediaService, Iterator<Job>> query, Optional<Duration> appear, Cancellation wish) {
    Instant began = clock.instant();
    Instant until = appear.map(began::plus).orElse(began);
    boolean hasAnswered = false;
    int troubles = 0;
    while (true) {
      Instant at = clock.instant();
      try {
        List<JobId> ids = distinct(query.apply(service));
        outage.over(at);
        hasAnswered = true;
        troubles = 0;
        if (!ids.isEmpty()) {
          return ids;
        }
      } catch (Failure e) {
        if (!hasAnswered || !Outage.passes(e)) {
          throw e;
        }
        outage.missed(e, at);
        troubles++;
      }
      Instant now = clock.instant();
      if (!now.isBefore(until)) {
        return List.of();
      }
      view.show(
          new Progress(
              0, Map.of(), 0, null, List.of(), List.of(), began, now, null, until, outage.since()));
      Duration interval = pace.next(Duration.between(began, now), null, Duration.ZERO, troubles);
      Duration left = Duration.between(now, until);
      pause(interval.compareTo(left) < 0 ? interval : left, wish);
    }
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
      Thread.currentThread().interrupt();
    }
    wish.checkpoint();
  }

  private static List<JobId> distinct(Iterator<Job> jobs) {
    Map<String, JobId> ids = new LinkedHashMap<>();
    jobs.forEachRemaining(job -> ids.putIfAbsent(Request.key(job.id()), new JobId(job.id())));
    return List.copyOf(ids.values());
  }
}
