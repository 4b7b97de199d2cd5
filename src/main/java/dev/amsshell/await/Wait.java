package dev.amsshell.await;

import dev.amsshell.base.CancellableThread;
import dev.amsshell.base.Cancellation;
import dev.amsshell.base.Failure;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.job.JobState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One wait for some jobs, on the thread that waits. Only what a look has shown of a job itself
 * decides about it; whatever else happens means that nothing is known yet.
 */
final class Wait {
  /** How often the picture is drawn anew. */
  private static final Duration FRAME = Duration.ofMillis(250);

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
  private final Optional<Stall> stall;
  private final Instant began;
  private final Set<String> seenNow = new HashSet<>();
  private final Deadline deadline;
  private TaskWish wish;
  private boolean hasLooked;
  private int troubles;
  private long drawnAt = System.nanoTime();

  /**
   * @param ids at least one, each once
   * @param isForAny whether the first that is decided ends it
   */
  Wait(
      List<JobId> ids,
      Terms terms,
      boolean isForAny,
      Deadline deadline,
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
    this.stall = terms.stall().map(Stall::new);
    this.standing = new Standing(all, began, deadline.at());
  }

  /**
   * Waits.
   *
   * @return a verdict on each job, in their order; when any was enough, those of the others say
   *     that they are late
   * @throws Failure when nothing can be learnt, now or ever
   */
  List<Verdict> verdicts(Cancellation cancellation) {
    try (Cancellation.Registration wake =
        cancellation.onCancel(() -> news.add(new Look.Interrupted()))) {
      ask(began);
      while (!isOver()) {
        Look look = next();
        cancellation.checkpoint();
        deadline.notice(clock.instant());
        if (look instanceof Look.Seen seen) {
          seen.jobs().forEach(this::seen);
          if (isOver()) {
            outage.over(clock.instant());
          }
        } else if (look instanceof Look.Over over) {
          over(over);
        }
        if (deadline.isExhausted(clock.instant())) {
          giveUp();
        }
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
    if (!job.hasTasks() && wish.test(job)) {
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
    if (isWhole) {
      outage.over(look.at());
      settleWithoutTasks();
    } else {
      outage.missed((Failure) look.trouble(), look.at());
    }
    look.absent().forEach(this::missing);
    seenNow.clear();
    troubles = look.isTroubled() ? troubles + 1 : 0;
    stall.ifPresent(each -> each.complain(open.values(), clock.instant(), view::tell));
    if (deadline.isLast(look.at(), isWhole)) {
      giveUp();
    }
    if (!isOver()) {
      ask(nextLook(look));
    }
  }

  /** A job that vanished before its tasks were read is over all the same. */
  private void settleWithoutTasks() {
    for (String key : seenNow) {
      Watched watched = open.get(key);
      if (watched != null && watched.hasVerdict()) {
        end(key, watched);
      }
    }
  }

  /** That it has ended is told, though its tasks will never be known. */
  private void end(String key, Watched watched) {
    settle(key, watched);
    if (!watched.job().state().equals(watched.announced())) {
      changed(watched, watched.job());
    }
  }

  private void missing(String key) {
    Watched watched = open.get(key);
    if (watched == null || !watched.miss()) {
      return;
    }
    if (watched.hasVerdict()) {
      end(key, watched);
    } else {
      watched.decide(Verdict.End.GONE);
      settle(key, watched);
      if (all.size() > 1) {
        view.tell("job %s is not there".formatted(watched.id()));
      }
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
    Instant again = now.plus(SECOND_LOOK);
    if (at.isAfter(again) && open.values().stream().anyMatch(Watched::isMissing)) {
      at = again;
    }
    return deadline.bounded(at);
  }

  private void ask(Instant at) {
    List<String> ids = open.values().stream().map(each -> each.id().text()).toList();
    wish = tasksWanted(at);
    watcher.look(this, new Request(at, ids, wish, news::add));
  }

  private TaskWish tasksWanted(Instant at) {
    Map<String, JobState> known = new HashMap<>();
    open.forEach((key, each) -> known.put(key, each.announced()));
    Set<String> details = new HashSet<>();
    if (view.wantsTasks(at)) {
      standing.shown().forEach(job -> details.add(Request.key(job.id())));
      // of a single job it is known beforehand that it will be shown
      details.addAll(all.size() == 1 ? known.keySet() : Set.of());
    }
    stall.ifPresent(
        each ->
            each.suspects(open.values(), at)
                .forEach(suspect -> details.add(Request.key(suspect.id().text()))));
    return new TaskWish(terms.goal(), known, details, terms.onChange().isPresent());
  }

  private void giveUp() {
    for (Map.Entry<String, Watched> each : List.copyOf(open.entrySet())) {
      each.getValue().decide(Verdict.End.LATE);
      settle(each.getKey(), each.getValue());
    }
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
