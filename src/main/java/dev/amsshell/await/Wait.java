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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One wait for some jobs, on the thread that waits. Only what a look has shown of a job itself
 * decides about it; whatever else happens means that nothing is known yet.
 */
final class Wait {
  /** How often the picture is drawn anew. */
  private static final Duration FRAME = Duration.ofMillis(250);

  /** Who gets no answer for so long is told. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /** What is missing is looked for again so soon. */
  private static final Duration SECOND_LOOK = Duration.ofSeconds(2);

  /** A job that has ended is returned without its tasks when they cannot be read for so long. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Terms terms;
  private final boolean isForAny;
  private final Watcher watcher;
  private final Clock clock;
  private final Pace pace;
  private final ProgressView view;
  private final Runnable onFirst;
  private final Inbox inbox = new Inbox();
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
  private boolean isDecided;

  /** When the look began that is under way; null when there is none. */
  private Instant asked;

  private int troubles;
  private long drawnAt = System.nanoTime();

  /**
   * @param ids at least one, each once
   * @param isForAny whether the first that is decided ends it
   * @param onFirst run after the first look, if there is something left to wait for
   */
  Wait(
      List<JobId> ids,
      Terms terms,
      boolean isForAny,
      Deadline deadline,
      Watcher watcher,
      Clock clock,
      Pace pace,
      ProgressView view,
      Runnable onFirst) {
    this.terms = terms;
    this.isForAny = isForAny;
    this.deadline = deadline;
    this.watcher = watcher;
    this.clock = clock;
    this.pace = pace;
    this.view = view;
    this.onFirst = onFirst;
    this.all = ids.stream().map(Watched::new).toList();
    all.forEach(each -> open.put(each.key(), each));
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
    try (Cancellation.Registration wake = inbox.wokenBy(cancellation)) {
      ask(began);
      while (!isOver()) {
        Look look = inbox.next(FRAME);
        cancellation.checkpoint();
        deadline.notice(clock.instant());
        if (look instanceof Look.Seen seen) {
          seen.jobs().forEach(this::seen);
          if (isOver()) {
            outage.over(clock.instant());
          }
        } else if (look instanceof Look.Over over) {
          over(over);
        } else if (look instanceof Look.Notice notice && !hasLooked) {
          view.tell(notice.text());
        }
        if (deadline.isExhausted(clock.instant())) {
          giveUp();
        }
        draw(look);
      }
    } finally {
      watcher.leave(this);
    }
    show();
    open.values().forEach(each -> each.decide(Verdict.End.LATE, clock.instant()));
    return all.stream().map(Watched::verdict).toList();
  }

  /** A picture takes a walk through all jobs, and one look may bring news of each by itself. */
  private void draw(Look look) {
    long now = System.nanoTime();
    if (look instanceof Look.Over || now - drawnAt >= FRAME.toNanos()) {
      show();
      drawnAt = now;
    }
  }

  private void show() {
    Instant now = clock.instant();
    view.show(standing.at(now, missedSince(now)));
  }

  /** Since when nothing is known of the jobs, or null; a look that hangs counts, too. */
  private Instant missedSince(Instant now) {
    boolean isSilent = asked != null && now.isAfter(asked.plus(SILENCE));
    return outage.since() == null && isSilent ? asked : outage.since();
  }

  /** How many jobs are not over, as far as it is known. */
  int open() {
    return open.size();
  }

  private boolean isOver() {
    return open.isEmpty() || isDecided;
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
      open.remove(key);
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
    Verdict.End end = Verdict.End.of(job, terms.goal());
    if (end != null) {
      watched.decide(end, clock.instant());
    }
  }

  private void over(Look.Over look) {
    asked = null;
    boolean isFirst = !hasLooked;
    hasLooked |= look.isComplete() || !seenNow.isEmpty();
    if (look.trouble() != null && !(hasLooked && Outage.passes(look.trouble()))) {
      throw CancellableThread.asIfHere(look.trouble());
    }
    boolean isWhole = look.trouble() == null;
    if (isWhole) {
      outage.over(look.at());
    } else if (look.isComplete()) {
      outage.missedTasks((Failure) look.trouble(), look.at());
    } else {
      outage.missed((Failure) look.trouble(), look.at());
    }
    if (look.isComplete()) {
      settleWithoutTasks(isWhole);
    }
    missing(look.absent());
    announce();
    seenNow.clear();
    isDecided = isForAny && first().filter(each -> !open.containsValue(each)).isPresent();
    // tasks that cannot be read are no reason to look less often
    boolean isAiling = isWhole ? look.isTroubled() : !look.isComplete();
    troubles = isAiling ? troubles + 1 : 0;
    stall.ifPresent(each -> each.complain(open.values(), clock.instant(), view::tell));
    if (deadline.isLast(look.at(), look.isComplete())) {
      giveUp();
    }
    if (look.isComplete()) {
      standing.begin();
    }
    if (isFirst && !isOver()) {
      onFirst.run();
    }
    if (!isOver()) {
      ask(nextLook(look));
    }
  }

  /** Of those that are over, the one that ended first. */
  private Optional<Watched> first() {
    return all.stream()
        .filter(each -> each.hasVerdict() && !each.isGone())
        .min(Comparator.comparing(each -> each.job(), Verdict.BY_END));
  }

  /**
   * A job that vanished before its tasks were read is over all the same; others are, too, after
   * some patience.
   */
  private void settleWithoutTasks(boolean isWhole) {
    Instant now = clock.instant();
    for (Watched each : decided()) {
      each.missTasks();
      if (isWhole && seenNow.contains(each.key())) {
        end(each);
      } else if (each.lacksTasksFor(PATIENCE, now)) {
        end(each);
        outage.giveUpTasks();
      }
    }
  }

  /** Those of which nothing but their tasks is wanted. */
  private List<Watched> decided() {
    return open.values().stream().filter(Watched::hasVerdict).toList();
  }

  /** Who sees it is told of a change whose tasks did not come; a script waits for them. */
  private void announce() {
    if (terms.onChange().isEmpty()) {
      seenNow.stream()
          .map(open::get)
          .filter(each -> each != null && !each.state().equals(each.announced()))
          .forEach(each -> changed(each, each.job()));
    }
  }

  /** That it has ended is told, though its tasks are not known. */
  private void end(Watched watched) {
    open.remove(watched.key());
    if (watched.job() != null && !watched.state().equals(watched.announced())) {
      changed(watched, watched.job());
    }
  }

  private void missing(Set<String> keys) {
    List<JobId> gone = new ArrayList<>();
    for (String key : keys) {
      Watched watched = open.get(key);
      if (watched != null && watched.miss()) {
        if (watched.hasVerdict()) {
          end(watched);
        } else {
          watched.decide(Verdict.End.GONE, clock.instant());
          gone.add(watched.id());
          open.remove(key);
        }
      }
    }
    if (all.size() > 1 && !gone.isEmpty()) {
      view.tell(
          "job %s is not there%s"
              .formatted(
                  gone.get(0), gone.size() > 1 ? ", and %d more".formatted(gone.size() - 1) : ""));
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
      // tasks that hang say nothing of how busy the service is
      Duration took = look.trouble() == null ? look.took() : Duration.ZERO;
      at = now.plus(pace.next(Duration.between(began, now), rest, took, troubles));
    }
    Instant again = now.plus(SECOND_LOOK);
    if (at.isAfter(again) && open.values().stream().anyMatch(Watched::isMissing)) {
      at = again;
    }
    return deadline.bounded(at, now);
  }

  private void ask(Instant at) {
    List<String> ids = open.values().stream().map(each -> each.id().text()).toList();
    asked = at;
    wish = tasksWanted(at);
    watcher.look(this, new Request(at, ids, wish, inbox::add));
  }

  private TaskWish tasksWanted(Instant at) {
    Set<String> details = new HashSet<>();
    if (view.wantsTasks(at)) {
      standing.shown().forEach(job -> details.add(Request.key(job.id())));
      // of a single job it is known beforehand that it will be shown
      details.addAll(all.size() == 1 ? open.keySet() : Set.of());
    }
    stall.ifPresent(
        each -> each.suspects(open.values(), at).forEach(suspect -> details.add(suspect.key())));
    return TaskWish.of(terms, open, details);
  }

  private void giveUp() {
    decided().forEach(this::end);
    open.values().forEach(each -> each.decide(Verdict.End.LATE, clock.instant()));
    open.clear();
  }
}
