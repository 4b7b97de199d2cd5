package dev.amsshell.await;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import dev.amsshell.render.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How a wait stands: what is shown of it, and when it is likely to be over. */
final class Standing {
  /** Of many jobs, so many of the slowest and of the failed are shown. */
  private static final int SHOWN = 3;

  /** Before that, an estimate is no better than none. */
  private static final Duration LEAST = Duration.ofSeconds(5);

  private final Collection<Watched> all;
  private final Instant began;
  private final Instant deadline;

  /** How many were over when they were first looked at; unknown before. */
  private long overAtFirst = -1;

  /**
   * @param deadline null for none
   */
  Standing(Collection<Watched> all, Instant began, Instant deadline) {
    this.all = all;
    this.began = began;
    this.deadline = deadline;
  }

  /**
   * @param missedSince since when nothing could be learnt; null when the last look succeeded
   */
  Progress at(Instant now, Instant missedSince) {
    Map<JobState, Integer> counts = new TreeMap<>();
    int gone = 0;
    for (Watched each : all) {
      if (each.isGone()) {
        gone++;
      } else if (each.job() != null) {
        counts.merge(each.state(), 1, Integer::sum);
      }
    }
    return new Progress(
        all.size(),
        counts,
        gone,
        only(),
        slowest(),
        failed(),
        began,
        now,
        expectedEnd(now),
        deadline,
        missedSince);
  }

  /** The jobs of which details are shown. */
  List<Job> shown() {
    return all.size() == 1 ? Stream.ofNullable(only()).toList() : slowest();
  }

  /**
   * An estimate, or null: of one job by its percentage, of many by how many are over. Percentages
   * jump and stick, so that nothing else may depend on this.
   */
  Instant expectedEnd(Instant now) {
    if (all.size() == 1) {
      Job job = only();
      boolean isAtWork = job != null && job.state().equals(JobState.PROCESSING);
      Double percent = isAtWork && job.hasTasks() ? job.getProgress() : null;
      return percent == null || job.started() == null || percent >= 100
          ? null
          : projected(job.started(), job.asOf(), percent / 100);
    }
    return overAtFirst < 0 || overAtFirst == all.size()
        ? null
        : projected(began, now, (double) (over() - overAtFirst) / (all.size() - overAtFirst));
  }

  /** All were looked at. Those that are over the first time took no time of this wait. */
  void begin() {
    overAtFirst = overAtFirst < 0 ? over() : overAtFirst;
  }

  private long over() {
    return all.stream().filter(Watched::isOver).count();
  }

  private static Instant projected(Instant from, Instant now, double part) {
    Duration passed = Duration.between(from, now);
    if (part <= 0 || passed.compareTo(LEAST) < 0) {
      return null;
    }
    return from.plusMillis(Math.round(passed.toMillis() / part));
  }

  private Job only() {
    return all.size() == 1 ? all.iterator().next().job() : null;
  }

  private List<Job> slowest() {
    return all.size() == 1
        ? List.of()
        : jobs()
            .filter(job -> job.state().isActive() && job.started() != null)
            .sorted(Comparator.comparing(Job::started))
            .limit(SHOWN)
            .toList();
  }

  private List<Job> failed() {
    return all.size() == 1
        ? List.of()
        : jobs()
            .filter(job -> job.state().equals(JobState.ERROR))
            .sorted(
                Comparator.comparing(Job::ended, Comparator.nullsLast(Comparator.reverseOrder())))
            .limit(SHOWN)
            .toList();
  }

  private Stream<Job> jobs() {
    return all.stream().filter(each -> !each.isGone()).map(Watched::job).filter(Objects::nonNull);
  }
}
