package dev.amsshell.render.scale;

import dev.amsshell.render.page.Block.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ranges of durations that lie side by side, the same for all samples that are compared.
 *
 * @param edges where they begin, and last where the last one ends; each is a round duration
 * @param isLogarithmic whether later ones are longer, about twice each, so that short and very long
 *     durations are seen in one picture
 */
public record Bins(List<Duration> edges, boolean isLogarithmic) {
  private static final int MOST = 12;

  /** How many times the shortest the longest is, from which on bins of one width tell nothing. */
  private static final long WIDE = 30;

  private static final List<Duration> ROUND =
      Stream.of(
              "PT0S", "PT1S", "PT2S", "PT5S", "PT10S", "PT20S", "PT30S", "PT1M", "PT2M", "PT5M",
              "PT10M", "PT20M", "PT30M", "PT1H", "PT2H", "PT4H", "PT8H", "PT12H", "P1D", "P2D",
              "P4D", "P8D", "P16D", "P32D", "P64D", "P128D", "P256D", "P512D", "P1024D")
          .map(Duration::parse)
          .toList();

  /** Bins that hold all of these; one when there are none. */
  public static Bins of(Collection<Sample> samples) {
    List<Duration> all = samples.stream().flatMap(each -> each.durations().stream()).toList();
    if (all.isEmpty()) {
      return new Bins(ROUND.subList(0, 2), false);
    }
    Duration shortest = Collections.min(all);
    Duration longest = Collections.max(all);
    return longest.compareTo(shortest.plusSeconds(1).multipliedBy(WIDE)) > 0
        ? logarithmic(shortest, longest)
        : linear(shortest, longest);
  }

  private static Bins logarithmic(Duration shortest, Duration longest) {
    int first = 0;
    while (ROUND.get(first + 1).compareTo(shortest) <= 0) {
      first++;
    }
    int last = first + 1;
    while (last < ROUND.size() - 1 && ROUND.get(last).compareTo(longest) <= 0) {
      last++;
    }
    return new Bins(ROUND.subList(first, last + 1), true);
  }

  private static Bins linear(Duration shortest, Duration longest) {
    Duration width = ROUND.get(ROUND.size() - 1);
    for (Duration each : ROUND.subList(1, ROUND.size())) {
      if (longest.minus(shortest).dividedBy(each) < MOST - 1) {
        width = each;
        break;
      }
    }
    Duration edge = width.multipliedBy(shortest.dividedBy(width));
    List<Duration> edges = new ArrayList<>(List.of(edge));
    while (edge.compareTo(longest) <= 0) {
      edge = edge.plus(width);
      edges.add(edge);
    }
    return new Bins(List.copyOf(edges), false);
  }

  /** How many of them there are. */
  public int size() {
    return edges.size() - 1;
  }

  /** How many durations are in each; one at an edge is in the bin that begins there. */
  public List<Long> counts(List<Duration> durations) {
    List<Long> counts = new ArrayList<>(Collections.nCopies(size(), 0L));
    durations.forEach(each -> counts.set(of(each), counts.get(of(each)) + 1));
    return counts;
  }

  /** Where a duration lies when each bin is drawn as wide as any other, in widths of a bin. */
  public double place(Duration duration) {
    int bin = of(duration);
    Duration begin = edges.get(bin);
    double share =
        (double) duration.minus(begin).toMillis() / edges.get(bin + 1).minus(begin).toMillis();
    return bin + Math.max(0, Math.min(1, share));
  }

  private int of(Duration duration) {
    int bin = 0;
    while (bin < size() - 1 && edges.get(bin + 1).compareTo(duration) <= 0) {
      bin++;
    }
    return bin;
  }
}
