package dev.amsshell.triage;

import dev.amsshell.job.Fault;
import dev.amsshell.job.Job;
import dev.amsshell.job.Processor;
import dev.amsshell.render.Plain;
import dev.amsshell.service.MediaService;
import dev.amsshell.service.RequestRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads what happened in an account: the jobs of two spans of time and the tasks that failed in the
 * second one, page by page; and beside these pages not more requests than there are groups of
 * failures, and five.
 */
final class Investigation {
  private final MediaService service;
  private final Span span;
  private final Limits limits;
  private final int mostReads;

  /**
   * @param span what it is about, up to now
   * @param mostReads of how many jobs the tasks may be read one by one, where they cannot be listed
   */
  Investigation(MediaService service, Span span, Limits limits, int mostReads) {
    this.service = service;
    this.span = span;
    this.limits = limits;
    this.mostReads = mostReads;
  }

  Triage run(HtmlFile files) {
    List<Job> jobs = new ArrayList<>();
    service.list(Question.jobs(span.before().from())).forEachRemaining(jobs::add);
    Activity activity = new Activity(span, jobs);
    FailedTasks failed =
        FailedTasks.read(service, span, activity.failed(), mostReads, processors());
    List<FailureGroup> groups = groups(failed.tasks(), activity);
    Duration usual = Quantiles.of(activity.runs(new Span(span.before().from(), span.to()))).p95();
    Instant now = span.to();
    Load load = Load.read(service);
    WorkingTasks working =
        WorkingTasks.read(service, activity.active(), now.minus(limits.leastAtWork()));
    List<StuckJob> stuck = new StuckJobs(limits, now, usual).of(activity.active(), working.found());
    Findings findings =
        new Findings(
            service.describe(),
            now,
            span.from(),
            failed.tasks().size(),
            groups,
            activity.states(),
            activity.statesBefore(),
            activity.waits(),
            activity.runs(),
            span.step(),
            activity.throughput(),
            load.capacity(),
            load.working(),
            stuck,
            failed.note().isEmpty() && working.note().isEmpty(),
            notes(jobs, failed, working, load));
    return new Triage(findings, new TriagePage(findings, activity, span).page(), files);
  }

  private List<FailureGroup> groups(List<FailedTask> tasks, Activity activity) {
    Clusters clusters = new Clusters();
    tasks.forEach(clusters::add);
    List<Cluster> sorted = clusters.sorted();
    Map<Cluster, List<Sample>> samples = new Samples(service, activity.failed(), sorted).find();
    return sorted.stream().map(cluster -> group(cluster, activity, samples.get(cluster))).toList();
  }

  private static FailureGroup group(Cluster cluster, Activity activity, List<Sample> samples) {
    List<Instant> ends =
        cluster.tasks().stream().map(FailedTask::ended).filter(Objects::nonNull).sorted().toList();
    FailedTask example = cluster.example();
    Fault fault = example.fault();
    return new FailureGroup(
        cluster.tasks().size(),
        fault.code(),
        example.processor(),
        cluster.template().text(),
        fault.message(),
        ends.isEmpty() ? null : ends.get(0),
        ends.isEmpty() ? null : ends.get(ends.size() - 1),
        activity.perStep(ends),
        fault.origin(),
        fault.retry(),
        Advice.of(fault),
        samples);
  }

  /** Their names by id; a processor that a task names may be listed no more (wire sheet 4.4). */
  private Map<String, String> processors() {
    Map<String, String> names = new HashMap<>();
    try {
      Iterator<Processor> all = service.list(Question.processors());
      all.forEachRemaining(
          each -> names.put(each.id(), each.name() == null ? each.id() : each.name()));
    } catch (RequestRefused refusal) {
      // ids do as well
    }
    return names;
  }

  private List<String> notes(List<Job> jobs, FailedTasks failed, WorkingTasks working, Load load) {
    List<String> notes = new ArrayList<>();
    failed.note().ifPresent(notes::add);
    working.note().ifPresent(notes::add);
    if (!load.isKnown()) {
      notes.add(
          "The service does not say how many reserved units there are and how many are busy.");
    }
    notes.add(
        "Read: %d jobs that are not over or ended since %s UTC, and %d tasks that failed since %s UTC."
            .formatted(
                jobs.size(),
                Plain.time(span.before().from()),
                failed.tasks().size(),
                Plain.time(span.from())));
    return notes;
  }
}
