package dev.amsshell.sandbox.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The jobs of the one account a sandbox serves, as they stand at a given instant. */
public final class Account {

  private static final int PAST_JOBS = 276;

  /** What an account may hold (wire sheet 7.3). */
  private static final int QUOTA = 50_000;

  private static final Comparator<JobPlan> OLDEST_FIRST =
      Comparator.comparing((JobPlan job) -> job.timeline().created()).thenComparing(JobPlan::id);

  private final JobMaker maker;
  private final List<JobPlan> oldestFirst = new ArrayList<>();
  private final Map<String, JobPlan> byId = new HashMap<>();
  private Instant nextArrival;

  public Account(long seed, double speed, Instant start) {
    Instant wholeMillis = start.truncatedTo(ChronoUnit.MILLIS);
    maker = new JobMaker(new Random(seed), speed);
    List<JobPlan> jobs = new ArrayList<>();
    jobs.add(ExampleJob.at(wholeMillis, speed));
    for (int i = 0; i < PAST_JOBS; i++) {
      jobs.add(maker.past(wholeMillis));
    }
    jobs.set(PAST_JOBS / 2, withoutName(jobs.get(PAST_JOBS / 2)));
    addActive(jobs, JobState.QUEUED, 8, wholeMillis);
    addActive(jobs, JobState.SCHEDULED, 4, wholeMillis);
    addActive(jobs, JobState.PROCESSING, 8, wholeMillis);
    addActive(jobs, JobState.CANCELING, 3, wholeMillis);
    jobs.sort(OLDEST_FIRST);
    jobs.forEach(this::add);
    nextArrival = wholeMillis.plusMillis(maker.millisToNextArrival());
  }

  public synchronized List<JobView> newestFirst(Instant now) {
    admitArrivals(now);
    List<JobView> views = new ArrayList<>(oldestFirst.size());
    for (int i = oldestFirst.size() - 1; i >= 0; i--) {
      JobPlan job = oldestFirst.get(i);
      if (exists(job, now)) {
        views.add(new JobView(job, now));
      }
    }
    return views;
  }

  public synchronized Optional<JobView> find(String id, Instant now) {
    admitArrivals(now);
    return Optional.ofNullable(byId.get(id))
        .filter(job -> exists(job, now))
        .map(job -> new JobView(job, now));
  }

  /** Jobs are drawn when their time has come, so an idle sandbox holds no future. */
  private void admitArrivals(Instant now) {
    while (!nextArrival.isAfter(now) && oldestFirst.size() < QUOTA) {
      add(maker.arriving(nextArrival));
      nextArrival = nextArrival.plusMillis(maker.millisToNextArrival());
    }
  }

  private void addActive(List<JobPlan> jobs, JobState state, int count, Instant start) {
    for (int i = 0; i < count; i++) {
      jobs.add(maker.active(state, start));
    }
  }

  private void add(JobPlan job) {
    oldestFirst.add(job);
    byId.put(job.id(), job);
  }

  private static boolean exists(JobPlan job, Instant now) {
    return !job.timeline().created().isAfter(now);
  }

  private static JobPlan withoutName(JobPlan job) {
    return new JobPlan(
        job.id(),
        null,
        job.priority(),
        job.templateId(),
        job.processorShare(),
        job.notifiedEndPoints(),
        job.timeline(),
        job.tasks());
  }
}
