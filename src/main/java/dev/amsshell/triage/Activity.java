package dev.amsshell.triage;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** What jobs did in a span of time and in the one before it. */
final class Activity {
  private final Span span;
  private final List<Job> jobs;

  /**
   * @param jobs all that are not over, and all that ended in the span or in the one before it
   */
  Activity(Span span, List<Job> jobs) {
    this.span = span;
    this.jobs = jobs;
  }

  List<Job> active() {
    return jobs.stream().filter(job -> job.state().isActive()).toList();
  }

  /** Those that failed in the span. */
  List<Job> failed() {
    return jobs.stream()
        .filter(job -> job.state().equals(JobState.ERROR) && span.contains(job.ended()))
        .toList();
  }

  /** Those that are not over and those that ended in the span, by the names of their states. */
  Map<String, Long> states() {
    return counted(job -> job.state().isActive() || span.contains(job.ended()));
  }

  /** Those that ended in the span before. */
  Map<String, Long> statesBefore() {
    return counted(job -> job.state().isFinal() && span.before().contains(job.ended()));
  }

  private Map<String, Long> counted(Predicate<Job> those) {
    Map<JobState, Long> counts = new TreeMap<>();
    jobs.stream().filter(those).forEach(job -> counts.merge(job.state(), 1L, Long::sum));
    Map<String, Long> byName = new LinkedHashMap<>();
    counts.forEach((state, count) -> byName.put(state.name(), count));
    return byName;
  }

  /** From submission to the start of the work, of those that started in the span. */
  Quantiles.Compared waits() {
    return new Quantiles.Compared(Quantiles.of(waits(span)), Quantiles.of(waits(span.before())));
  }

  List<Duration> waits(Span during) {
    return jobs.stream()
        .filter(job -> during.contains(job.started()) && job.created() != null)
        .map(job -> between(job.created(), job.started()))
        .toList();
  }

  /** From the start of the work to its end, of those that finished in the span. */
  Quantiles.Compared runs() {
    return new Quantiles.Compared(Quantiles.of(runs(span)), Quantiles.of(runs(span.before())));
  }

  List<Duration> runs(Span during) {
    return jobs.stream()
        .filter(job -> job.state().equals(JobState.FINISHED))
        .filter(job -> during.contains(job.ended()) && job.started() != null)
        .map(job -> between(job.started(), job.ended()))
        .toList();
  }

  /** How many jobs ended in each step of the span, by outcome. */
  List<Throughput> throughput() {
    List<Throughput> steps = new ArrayList<>();
    List<Long> finished = ended(JobState.FINISHED);
    List<Long> failed = ended(JobState.ERROR);
    List<Long> canceled = ended(JobState.CANCELED);
    for (int i = 0; i < span.steps(); i++) {
      Instant from = span.from().plus(span.step().multipliedBy(i));
      steps.add(new Throughput(from, finished.get(i), failed.get(i), canceled.get(i)));
    }
    return steps;
  }

  private List<Long> ended(JobState state) {
    return perStep(jobs.stream().filter(job -> job.state().equals(state)).map(Job::ended).toList());
  }

  /** How many of some moments lie in each step of the span; others are left out. */
  List<Long> perStep(List<Instant> moments) {
    long[] counts = new long[span.steps()];
    moments.stream().filter(span::contains).forEach(moment -> counts[span.stepOf(moment)]++);
    return Arrays.stream(counts).boxed().toList();
  }

  /** How many jobs waited for their work to begin, at the end of each step. */
  List<Long> waiting() {
    return atEnds(Job::created, job -> job.started() == null ? job.ended() : job.started());
  }

  /** How many jobs were at work, at the end of each step. */
  List<Long> atWork() {
    return atEnds(Job::started, Job::ended);
  }

  /**
   * How many jobs had begun something and not ended it.
   *
   * @param begun null for those that never did
   * @param ended null for those that have not
   */
  private List<Long> atEnds(Function<Job, Instant> begun, Function<Job, Instant> ended) {
    List<Long> counts = new ArrayList<>();
    for (int i = 1; i <= span.steps(); i++) {
      Instant end = span.from().plus(span.step().multipliedBy(i));
      Instant at = end.isAfter(span.to()) ? span.to() : end;
      counts.add(
          jobs.stream()
              .filter(job -> begun.apply(job) != null && !begun.apply(job).isAfter(at))
              .filter(job -> ended.apply(job) == null || ended.apply(job).isAfter(at))
              .count());
    }
    return counts;
  }

  /** The jobs that took longest from their submission to their end, or to now. */
  List<Job> slowest(int most) {
    return jobs.stream()
        .filter(job -> job.created() != null)
        .filter(job -> job.state().isActive() || span.contains(job.ended()))
        .sorted(Comparator.comparing(this::sojourn).reversed())
        .limit(most)
        .toList();
  }

  private Duration sojourn(Job job) {
    return between(job.created(), job.ended() == null ? span.to() : job.ended());
  }

  /** A clock that differs from another makes no negative time. */
  private static Duration between(Instant from, Instant to) {
    return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
  }
}
