package dev.amsshell.await;

import dev.amsshell.base.CancellableThread;
import dev.amsshell.base.Cancellation;
import dev.amsshell.base.Failure;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.job.JobState;
import dev.amsshell.render.Plain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * One wait for some jobs, on the thread that waits. Only what a look has shown of a job itself
 * decides about it; whatever else happens means that nothing is known yet.
 */
final class Wait {
  /** How often the picture is drawn anew. */
  private static final Duration FRAME = Duration.ofMillis(250);

  /** How long after the deadline the look that is under way may take. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** Who looks so late after the time that was asked for has slept, and so has the network. */
  private static final Duration SLEPT = Duration.ofMinutes(1);

  /** How long a network may take to wake up. */
  private static final Duration AWAKENING = Duration.ofMinutes(2);

  /** What is missing is looked for again so soon. */
  private static final Duration SECOND_LOOK = Duration.ofSeconds(2);

  private final Terms terms;
  private final boolean isForAny;
  private final Watcher watcher;
  private final Clock clock;
  private final Pace pace;
  private final ProgressView view;
  private final BlockingQueue<Look> news = new LinkedBlockingQueue<>();
  private final List<Watched> all;

  /** Those that are not settled, by key, the one that was not seen for the longest time first. */
  private final Map<String, Watched> open = new LinkedHashMap<>();

  private final Outage outage;
  private final Standing standing;
  private final Instant began;
  private final Set<String> seenNow = new HashSet<>();
  private Instant deadline;
  private Request request;
  private boolean hasLooked;
  private int troubles;
  private long overdueSince;
  private long drawnAt = System.nanoTime();
  private Duration grace;

  /**
   * @param ids at least one, each once
   * @param isForAny whether the first that is decided ends it
   * @param deadline null for none
   */
  Wait(
      List<JobId> ids,
      Terms terms,
      boolean isForAny,
      Instant deadline,
      Watcher watcher,
      Clock clock,
      Pace pace,
      ProgressView view) {
    this.terms = terms;
    this.isForAny = isForAny;
    this.deadline = deadline;
    this.watcher = watcher;
    this.clock = clock;
    this.pace = pace;
    this.view = view;
    this.all = ids.stream().map(Watched::new).toList();
    all.forEach(each -> open.put(Request.key(each.id().text()), each));
    this.outage = new Outage(view::tell);
    this.began = clock.instant();
    this.standing = new Standing(all, began, deadline);
  }

  /**
   * Waits.
   *
   * @return a verdict on each job, in their order; when any was enough, those of the others say
   *     that they are late
   * @throws Failure when nothing can be learnt, now or ever
   */
  List<Verdict> verdicts(Cancellation wish) {
    try (Cancellation.Registration wake = wish.onCancel(() -> news.add(new Look.Interrupted()))) {
      ask(began);
      while (!isOver()) {
        Look look = next();
        wish.checkpoint();
        if (look instanceof Look.Seen seen) {
          seen.jobs().forEach(this::seen);
        } else if (look instanceof Look.Over over) {
          over(over);
        }
        giveUpIfOverdue();
        draw(look);
      }
    } finally {
      watcher.leave(this);
    }
    open.values().forEach(each -> each.decide(Verdict.End.LATE));
    return all.stream().map(Watched::verdict).toList();
  }

  /** A picture takes a walk through all jobs, and one look may bring news of each by itself. */
  private void draw(Look look) {
    long now = System.nanoTime();
    if (look instanceof Look.Over || now - drawnAt >= FRAME.toNanos()) {
      view.show(standing.at(clock.instant(), outage.since()));
      drawnAt = now;
    }
  }

  /** How many jobs are not over, as far as it is known. */
  int open() {
    return open.size();
  }

  private boolean isOver() {
    return open.isEmpty()
        || isForAny && all.stream().anyMatch(each -> each.isSettled() && !each.isGone());
  }

  /** The next news, or null after a while without any. */
  private Look next() {
    boolean isInterrupted = false;
    try {
      while (true) {
        try {
          return news.poll(FRAME.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
          // a cancellation also brings news
          isInterrupted = true;
        }
      }
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void seen(Job job) {
    String key = Request.key(job.id());
    Watched watched = open.remove(key);
    if (watched == null) {
      return;
    }
    // to the end: it was seen last
    open.put(key, watched);
    seenNow.add(key);
    hasLooked = true;
    watched.see(job, clock.instant());
    if (!job.hasTasks() && request.wantsTasks().test(job)) {
      // its tasks could not be read: enough for a verdict, but not to be shown to a script
      if (!(terms.goal() instanceof Goal.Holds)) {
        decide(watched, job);
      }
      return;
    }
    if (!job.state().equals(watched.announced())) {
      changed(watched, job);
    }
    decide(watched, job);
    if (watched.hasVerdict()) {
      settle(key, watched);
    }
  }

  private void changed(Watched watched, Job job) {
    JobState before = watched.announced();
    watched.announce();
    view.changed(job, before);
    terms
        .onChange()
        .ifPresent(
            action -> {
              view.clear();
              action.accept(job, before);
            });
  }

  private void decide(Watched watched, Job job) {
    if (terms.goal() instanceof Goal.Holds) {
      view.clear();
    }
    if (terms.goal().isReached(job)) {
      watched.decide(Verdict.End.REACHED);
    } else if (job.state().isFinal()) {
      watched.decide(
          job.state().equals(JobState.ERROR)
              ? Verdict.End.FAILED
              : job.state().equals(JobState.CANCELED) ? Verdict.End.CANCELED : Verdict.End.MISSED);
    }
  }

  private void settle(String key, Watched watched) {
    watched.settle();
    open.remove(key);
  }

  private void over(Look.Over look) {
    if (look.trouble() != null && !(hasLooked && Outage.passes(look.trouble()))) {
      throw thrown(look.trouble());
    }
    hasLooked |= !look.absent().isEmpty();
    boolean isWhole = look.trouble() == null;
    if (isWhole || !seenNow.isEmpty()) {
      outage.over(look.at());
    } else {
      outage.missed((Failure) look.trouble(), look.at());
    }
    if (isWhole) {
      settleWithoutTasks();
    }
    look.absent().forEach(this::missing);
    seenNow.clear();
    troubles = look.isTroubled() ? troubles + 1 : 0;
    terms.stall().ifPresent(this::complain);
    boolean hasSlept = look.at().isAfter(request.at().plus(SLEPT));
    if (deadline != null && !look.at().isBefore(deadline)) {
      if (isWhole || !hasSlept) {
        giveUp();
      } else {
        deadline = look.at().plus(AWAKENING);
      }
    }
    if (!isOver()) {
      ask(nextLook(look));
    }
  }

  /** A job that has ended but is too short-lived to be asked for its tasks is over all the same. */
  private void settleWithoutTasks() {
    for (String key : seenNow) {
      Watched watched = open.get(key);
      if (watched != null && watched.hasVerdict()) {
        settle(key, watched);
      }
    }
  }

  private void missing(String key) {
    Watched watched = open.get(key);
    if (watched != null && watched.miss()) {
      watched.decide(Verdict.End.GONE);
      settle(key, watched);
      view.tell("job %s is not there".formatted(watched.id()));
    }
  }

  private Instant nextLook(Look.Over look) {
    Instant now = clock.instant();
    Instant at;
    if (terms.every().isPresent()) {
      at = look.at().plus(terms.every().get());
    } else {
      Instant end = standing.expectedEnd(now);
      Duration rest = end == null ? null : Duration.between(now, end);
      at = now.plus(pace.next(Duration.between(began, now), rest, look.took(), troubles));
    }
    if (open.values().stream().anyMatch(Watched::isMissing)) {
      at = earlier(at, now.plus(SECOND_LOOK));
    }
    return deadline == null ? at : earlier(at, deadline);
  }

  private void ask(Instant at) {
    List<String> ids = open.values().stream().map(each -> each.id().text()).toList();
    request = new Request(at, ids, tasksWanted(at), news::add);
    watcher.look(this, request);
  }

  /** Asked by the watcher's thread, so that it looks at nothing that changes meanwhile. */
  private Predicate<Job> tasksWanted(Instant at) {
    if (terms.goal() instanceof Goal.Holds) {
      return job -> true;
    }
    Map<String, JobState> known = new HashMap<>();
    Set<String> details = new HashSet<>();
    open.forEach((key, each) -> known.put(key, each.announced()));
    if (view.wantsTasks(at)) {
      standing.shown().forEach(job -> details.add(Request.key(job.id())));
      // of a single job it is known beforehand that it will be shown
      details.addAll(all.size() == 1 ? known.keySet() : Set.of());
    }
    terms.stall().ifPresent(limit -> details.addAll(stalling(limit, at)));
    return job -> {
      String key = Request.key(job.id());
      return known.containsKey(key)
          && (job.state().isFinal()
              || terms.goal().isReached(job)
              || details.contains(key)
              || terms.onChange().isPresent() && !job.state().equals(known.get(key)));
    };
  }

  /** The keys of those whose progress must be known to say whether they stall. */
  private List<String> stalling(Duration limit, Instant at) {
    List<String> keys = new ArrayList<>();
    open.forEach(
        (key, each) -> {
          if (each.job() == null || !each.job().hasTasks() || each.isStill(limit, at)) {
            keys.add(key);
          }
        });
    return keys;
  }

  private void complain(Duration limit) {
    Instant now = clock.instant();
    for (Watched each : open.values()) {
      if (each.deservesComplaint(limit, now)) {
        view.tell(
            "nothing has changed for %s in %s"
                .formatted(
                    Plain.duration(Duration.between(each.changedAt(), now)),
                    Wording.of(each.job())));
      }
    }
  }

  /** A look may hang: the deadline is kept all the same, but for a little patience. */
  private void giveUpIfOverdue() {
    Instant now = clock.instant();
    if (deadline == null || now.isBefore(deadline)) {
      overdueSince = 0;
      return;
    }
    if (overdueSince == 0) {
      overdueSince = System.nanoTime();
      grace = now.isAfter(deadline.plus(SLEPT)) ? AWAKENING : GRACE;
    } else if (System.nanoTime() - overdueSince > grace.toNanos()) {
      giveUp();
    }
  }

  private void giveUp() {
    for (Map.Entry<String, Watched> each : List.copyOf(open.entrySet())) {
      each.getValue().decide(Verdict.End.LATE);
      settle(each.getKey(), each.getValue());
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** With the place in the script where it waited, which is not on the watcher's stack. */
  private static RuntimeException thrown(Throwable trouble) {
    CancellableThread.addCaller(trouble);
    if (trouble instanceof Error error) {
      throw error;
    }
    return (RuntimeException) trouble;
  }
}
