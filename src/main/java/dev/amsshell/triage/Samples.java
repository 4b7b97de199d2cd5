package dev.amsshell.triage;

import dev.amsshell.job.Job;
import dev.amsshell.job.Task;
import dev.amsshell.service.MediaService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds jobs of groups of failed tasks. A task does not say of which job it is (wire sheet 4.2), so
 * a job is guessed that ended when the task did, and its tasks are read to see whether it is so:
 * not more reads than groups, and never more than {@link #MOST_READS}.
 */
final class Samples {
  static final int MOST_READS = 20;

  private static final int OF_EACH = 3;

  private final MediaService service;
  private final EndTimes jobs;
  private final List<Cluster> clusters;
  private final Map<String, Cluster> byTask = new HashMap<>();
  private final Map<Cluster, Map<String, Sample>> found = new HashMap<>();
  private final Set<String> tried = new HashSet<>();

  /**
   * @param failed the jobs that failed
   * @param clusters the most important first
   */
  Samples(MediaService service, List<Job> failed, List<Cluster> clusters) {
    this.service = service;
    this.jobs = new EndTimes(failed);
    this.clusters = clusters;
    for (Cluster cluster : clusters) {
      found.put(cluster, new LinkedHashMap<>());
      cluster.tasks().forEach(task -> byTask.put(task.id(), cluster));
    }
  }

  /** Looks for them; to be called once. */
  Map<Cluster, List<Sample>> find() {
    clusters.forEach(this::known);
    int reads = (int) Math.min(MOST_READS, clusters.stream().filter(this::isMissing).count());
    while (reads > 0) {
      List<Job> candidates = candidates(reads);
      if (candidates.isEmpty()) {
        break;
      }
      reads -= candidates.size();
      service.withTasks(candidates.iterator()).forEachRemaining(this::confirm);
    }
    clusters.forEach(this::likely);
    Map<Cluster, List<Sample>> all = new HashMap<>();
    found.forEach((cluster, samples) -> all.put(cluster, List.copyOf(samples.values())));
    return all;
  }

  private boolean isMissing(Cluster cluster) {
    return found.get(cluster).isEmpty();
  }

  /** Those of tasks that were read job by job. */
  private void known(Cluster cluster) {
    for (FailedTask task : cluster.tasks()) {
      if (task.job() != null && found.get(cluster).size() < OF_EACH) {
        jobs.withId(task.job().text()).ifPresent(job -> add(cluster, job, true));
      }
    }
  }

  /** The next job to look at for each group that has none yet. */
  private List<Job> candidates(int most) {
    List<Job> candidates = new ArrayList<>();
    for (Cluster cluster : clusters) {
      if (candidates.size() < most && isMissing(cluster)) {
        jobs.nearest(cluster.tasks(), tried)
            .ifPresent(
                job -> {
                  tried.add(job.id());
                  candidates.add(job);
                });
      }
    }
    return candidates;
  }

  private void confirm(Job job) {
    for (Task task : job.tasks()) {
      Cluster cluster = byTask.get(task.id());
      if (cluster != null && found.get(cluster).size() < OF_EACH) {
        add(cluster, job, true);
      }
    }
  }

  private void likely(Cluster cluster) {
    for (FailedTask task : cluster.tasks()) {
      if (found.get(cluster).size() >= OF_EACH) {
        return;
      }
      jobs.only(task)
          .filter(job -> !tried.contains(job.id()))
          .ifPresent(job -> add(cluster, job, false));
    }
  }

  private void add(Cluster cluster, Job job, boolean isConfirmed) {
    found
        .get(cluster)
        .putIfAbsent(job.id(), new Sample(job.id(), job.name(), job.ended(), isConfirmed));
  }
}
