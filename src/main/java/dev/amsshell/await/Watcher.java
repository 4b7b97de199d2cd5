package dev.amsshell.await;

import dev.amsshell.base.CancellableThread;
import dev.amsshell.base.Cancellation;
import dev.amsshell.base.Cancelled;
import dev.amsshell.service.MediaService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks at jobs for all who wait for some, with the same requests. It runs on a thread of its own
 * while anybody waits, so that a request that hangs keeps nobody from giving up.
 */
final class Watcher {
  /** Who wants to look so soon after somebody else joins that look. */
  private static final Duration SOON = Duration.ofMillis(500);

  /** A nap does not go on while a computer sleeps, so that the clock is looked at now and then. */
  private static final Duration LONGEST_NAP = Duration.ofSeconds(30);

  private final MediaService service;
  private final Clock clock;
  private final Nap nap;
  private volatile boolean isTroubled;
  private volatile Consumer<String> notices = notice -> {};

  /** Guarded by this, as all that follows. The next wish of each wait, if it has one now. */
  private final Map<Object, Request> requests = new LinkedHashMap<>();

  private final Set<Object> waits = new HashSet<>();
  private Cancellation running;

  Watcher(MediaService service, Clock clock, Nap nap) {
    this.service =
        service.telling(
            notice -> {
              isTroubled = true;
              notices.accept(notice);
            });
    this.clock = clock;
    this.nap = nap;
  }

  /** Looks for a wait at the time it asks for; takes the place of what it asked for before. */
  synchronized void look(Object wait, Request request) {
    waits.add(wait);
    requests.put(wait, request);
    if (running == null) {
      Cancellation mine = new Cancellation();
      new CancellableThread("watcher", mine, () -> run(mine)).start();
      running = mine;
    }
    notifyAll();
  }

  /** A wait is over. When it was the last one, the look that is under way breaks off. */
  synchronized void leave(Object wait) {
    waits.remove(wait);
    requests.remove(wait);
    if (waits.isEmpty() && running != null) {
      running.cancel();
      running = null;
      notifyAll();
    }
  }

  private void run(Cancellation mine) {
    // one that was left may still be busy with its last look, so that each has its own
    Looker looker = new Looker(service);
    try {
      while (true) {
        look(looker, due(mine), mine);
      }
    } catch (Cancelled e) {
      // nobody waits any more
    }
  }

  /** The requests for the next look, when it is time. */
  private synchronized Collection<Request> due(Cancellation mine) {
    while (true) {
      mine.checkpoint();
      Instant now = clock.instant();
      Instant next =
          requests.values().stream().map(Request::at).min(Instant::compareTo).orElse(null);
      if (next != null && !next.isAfter(now)) {
        List<Request> due = new ArrayList<>(requests.values());
        due.removeIf(request -> request.at().isAfter(now.plus(SOON)));
        requests.values().removeAll(due);
        return due;
      }
      try {
        if (next == null) {
          wait();
        } else {
          Duration left = Duration.between(now, next);
          nap.on(this, left.compareTo(LONGEST_NAP) < 0 ? left : LONGEST_NAP);
        }
      } catch (InterruptedException e) {
        // only a cancellation ends this thread
      }
    }
  }

  private void look(Looker looker, Collection<Request> requests, Cancellation mine) {
    Set<String> ids = new LinkedHashSet<>();
    requests.forEach(request -> ids.addAll(request.ids()));
    Instant at = clock.instant();
    isTroubled = false;
    notices = notice -> tell(requests, new Look.Notice(notice));
    Looker.Found found = new Looker.Found(Set.of(), null);
    Throwable trouble = null;
    try {
      found =
          looker.look(
              ids,
              job -> requests.stream().anyMatch(request -> request.wantsTasks().test(job)),
              jobs -> tell(requests, new Look.Seen(jobs)));
      trouble = found.trouble();
    } catch (RuntimeException | Error e) {
      mine.checkpoint();
      trouble = e;
    }
    tell(
        requests,
        new Look.Over(
            at,
            Duration.between(at, clock.instant()),
            found.absent(),
            trouble,
            trouble == found.trouble(),
            isTroubled || trouble != null));
  }

  private static void tell(Collection<Request> requests, Look news) {
    requests.forEach(request -> request.news().accept(news));
  }
}
