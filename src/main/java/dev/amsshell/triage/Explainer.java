package dev.amsshell.triage;

import dev.amsshell.base.Failure;
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
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds out why one job is in the state it is in: by its tasks, its assets and its neighbours. */
final class Explainer {
  private static final Duration NEAR = Duration.ofHours(1);
  private static final Duration SAME_INCIDENT = Duration.ofHours(3);

  private final MediaService service;
  private final Job job;
  private final Story story;

  /**
   * @param job with its tasks
   */
  Explainer(MediaService service, Job job, Instant now) {
    this.service = service;
    this.job = job;
    this.story = new Story(job, now);
  }

  Explanation explain() {
    JobId id = new JobId(job.id());
    Optional<Task> culprit = culprit();
    Fault cause = culprit.map(task -> FailedTask.of(task, id, Map.of()).fault()).orElse(null);
    story.state();
    culprit.ifPresent(task -> story.failure(task, cause));
    if (job.state().equals(JobState.QUEUED)) {
      tried("The queue", this::queue, null);
    }
    List<Asset> inputs = tried("Its inputs", () -> missing(service.inputs(id)), List.of());
    List<Asset> outputs = tried("Its outputs", () -> missing(service.outputs(id)), List.of());
    story.assets(inputs, outputs);
    List<Job> near = tried("Its neighbours", this::near, List.of());
    int alike = culprit.map(task -> tried("Other failures", () -> alike(task), 0)).orElse(0);
    Explanation.Neighbours neighbours = neighbours(near, alike);
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

  /** What matters less must not keep back what matters. */
  private <T> T tried(String what, Supplier<T> read, T otherwise) {
    try {
      return read.get();
    } catch (Failure failure) {
      story.unknown(what, failure);
      return otherwise;
    }
  }

  private Explanation.Neighbours neighbours(List<Job> near, int alike) {
    return new Explanation.Neighbours(
        near.size(),
        (int) near.stream().filter(each -> each.state().equals(JobState.ERROR)).count(),
        alike,
        Quantiles.of(near.stream().flatMap(each -> wait(each).stream()).toList()),
        Quantiles.of(near.stream().flatMap(each -> run(each).stream()).toList()));
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

  private Void queue() {
    List<Job> active = new ArrayList<>();
    service.list(Question.active()).forEachRemaining(active::add);
    long before = active.stream().filter(this::goesBefore).count();
    story.queue(before, Load.read(service));
    return null;
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
