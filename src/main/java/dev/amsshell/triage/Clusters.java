package dev.amsshell.triage;

import dev.amsshell.base.CancellableThread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Sorts failed tasks by what they have in common: the media processor, the error code, and the
 * message without its variable parts.
 */
final class Clusters {
  /** Messages are mostly the same few; more than so many different ones are not remembered. */
  private static final int MOST_TEMPLATES = 10_000;

  /** A failure without its variable parts. */
  private record Kind(String processor, String code) {}

  private final Map<String, Template> templates = new HashMap<>();
  private final Map<Kind, Map<String, Cluster>> clusters = new LinkedHashMap<>();

  void add(FailedTask task) {
    CancellableThread.checkpoint();
    Template template = template(task.fault().message());
    clusters
        .computeIfAbsent(kind(task), key -> new LinkedHashMap<>())
        .computeIfAbsent(template.key(), key -> new Cluster(template))
        .add(task);
  }

  /** The clusters, the largest first, of equals the one that was seen last. */
  List<Cluster> sorted() {
    List<Cluster> all = new ArrayList<>();
    clusters.values().forEach(alike -> all.addAll(Alike.merged(alike.values())));
    all.sort(
        Comparator.comparing((Cluster cluster) -> cluster.tasks().size())
            .thenComparing(Clusters::last, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed());
    return all;
  }

  private static Instant last(Cluster cluster) {
    return cluster.tasks().stream()
        .map(FailedTask::ended)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Kind kind(FailedTask task) {
    return new Kind(task.processor(), task.code());
  }

  private Template template(String message) {
    return templates.size() < MOST_TEMPLATES
        ? templates.computeIfAbsent(message, Template::of)
        : Template.of(message);
  }
}
