package dev.amsshell.triage;

import dev.amsshell.job.Asset;
import dev.amsshell.job.Fault;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.job.JobState;
import dev.amsshell.job.Task;
import dev.amsshell.service.MediaService;
import dev.amsshell.service.RequestRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out why one job is in the state it is in: by its tasks, its assets and its neighbours. */
final class Explainer {
  private static final Duration NEAR = Duration.ofHours(1);
  private static final Duration SAME_INCIDENT = Duration.ofHours(3);

  private final MediaService service;
  private final Job job;
  private final Instant now;

  /**
   * @param job with its tasks
   */
  Explainer(MediaService service, Job job, Instant now) {
    this.service = service;
    this.job = job;
    this.now = now;
  }

  Explanation explain() {
    Optional<Task> culprit = culprit();
    List<Job> near = near();
    Explanation.Neighbours neighbours =
        new Explanation.Neighbours(
            near.size(),
            (int) near.stream().filter(each -> each.state().equals(JobState.ERROR)).count(),
            culprit.map(this::alike).orElse(0),
            Quantiles.of(near.stream().flatMap(each -> wait(each).stream()).toList()),
            Quantiles.of(near.stream().flatMap(each -> run(each).stream()).toList()));
    JobId id = new JobId(job.id());
    List<Asset> inputs = missing(service.inputs(id));
    List<Asset> outputs = missing(service.outputs(id));
    Fault cause = culprit.map(task -> FailedTask.of(task, id, Map.of()).fault()).orElse(null);
    Story story = new Story(job, now);
    story.state();
    culprit.ifPresent(task -> story.failure(task, cause));
    if (job.state().equals(JobState.QUEUED)) {
      queue(story);
    }
    story.assets(inputs, outputs);
    story.neighbours(neighbours, wait(job), run(job));
    return new Explanation(
        job,
        story.sentences(),
        cause,
        cause == null ? "" : Advice.of(cause),
        Stream.concat(inputs.stream(), outputs.stream()).toList(),
        neighbours,
        Event.of(job));
  }

  /** The task that failed first. */
  private Optional<Task> culprit() {
    return job.tasks().stream()
        .filter(task -> task.state().equals(JobState.ERROR))
        .min(
            Comparator.comparing(
                Task::ended, Comparator.nullsLast(Comparator.<Instant>naturalOrder())));
  }

  /** The other jobs that were submitted within an hour of it. */
  private List<Job> near() {
    if (job.created() == null) {
      return List.of();
    }
    List<Job> near = new ArrayList<>();
    Span span = new Span(job.created().minus(NEAR), job.created().plus(NEAR));
    service
        .list(Question.neighbours(span))
        .forEachRemaining(
            each -> {
              if (!each.id().equals(job.id())) {
                near.add(each);
              }
            });
    return near;
  }

  /** How many other tasks failed in the same way at about that time; 0 where nobody can tell. */
  private int alike(Task culprit) {
    if (culprit.ended() == null) {
      return 0;
    }
    Span span = new Span(culprit.ended().minus(SAME_INCIDENT), culprit.ended().plus(SAME_INCIDENT));
    Clusters clusters = new Clusters();
    try {
      service
          .list(Question.failed(span))
          .forEachRemaining(task -> clusters.add(FailedTask.of(task, null, Map.of())));
    } catch (RequestRefused refusal) {
      return 0;
    }
    return clusters.sorted().stream()
        .filter(
            cluster -> cluster.tasks().stream().anyMatch(each -> each.id().equals(culprit.id())))
        .findFirst()
        .map(cluster -> cluster.tasks().size() - 1)
        .orElse(0);
  }

  private void queue(Story story) {
    List<Job> active = new ArrayList<>();
    service.list(Question.active()).forEachRemaining(active::add);
    long before = active.stream().filter(this::goesBefore).count();
    story.queue(before, Load.read(service));
  }

  /** Higher priority first, then who came first. */
  private boolean goesBefore(Job other) {
    if (!other.state().equals(JobState.QUEUED) || other.id().equals(job.id())) {
      return false;
    }
    return other.priority() != job.priority()
        ? other.priority() > job.priority()
        : other.created() != null
            && job.created() != null
            && other.created().isBefore(job.created());
  }

  private static List<Asset> missing(List<Asset> assets) {
    return assets.stream().filter(Asset::deleted).toList();
  }

  private Optional<Duration> wait(Job of) {
    return of.created() == null || of.started() == null
        ? Optional.empty()
        : Optional.of(Duration.between(of.created(), of.started()));
  }

  private Optional<Duration> run(Job of) {
    return of.started() == null || !of.state().equals(JobState.FINISHED) || of.ended() == null
        ? Optional.empty()
        : Optional.of(Duration.between(of.started(), of.ended()));
  }
}
