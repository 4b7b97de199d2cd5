package dev.amsshell.await;

import dev.amsshell.render.Plain;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Tells when nothing has changed in jobs for a while, each time it has not for so long.
 *
 * @param limit how long
 */
record Stall(Duration limit) {
  /** In this part of the time progress is read, so that it is known when it stopped. */
  private static final int PARTS = 4;

  /** So many jobs are named. */
  private static final int MOST = 3;

  /** Those of which the progress must be read at that time to say whether they stall. */
  List<Watched> suspects(Collection<Watched> jobs, Instant at) {
    return jobs.stream()
        .filter(each -> each.isUnread(limit.dividedBy(PARTS), at) || each.isSuspect(limit, at))
        .toList();
  }

  /** Tells of those that do, in one line. */
  void complain(Collection<Watched> jobs, Instant now, Consumer<String> tell) {
    List<Watched> still = jobs.stream().filter(each -> each.isStill(limit, now)).toList();
    if (still.isEmpty()) {
      return;
    }
    still.forEach(each -> each.complain(now));
    Instant latest = still.stream().map(Watched::changedAt).max(Instant::compareTo).orElseThrow();
    String names =
        still.stream()
            .limit(MOST)
            .map(each -> Wording.of(each.job()))
            .collect(Collectors.joining("; "));
    tell.accept(
        "nothing has changed for %s in %s%s"
            .formatted(
                Plain.duration(Duration.between(latest, now)),
                names,
                still.size() > MOST ? "; and %d more".formatted(still.size() - MOST) : ""));
  }
}
