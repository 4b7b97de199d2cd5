package dev.amsshell.triage;

import dev.amsshell.render.page.Block;
import dev.amsshell.render.page.Tone;
import java.time.Duration;
import java.util.List;

/**
 * How long things took.
 *
 * @param count how many things
 * @param median what half of them took at most; null when there are none
 * @param p95 what 95 of 100 took at most; null when there are none
 */
public record Quantiles(int count, Duration median, Duration p95) {
  /** By the same rule as pictures of them. */
  static Quantiles of(List<Duration> durations) {
    Block.Sample sample = new Block.Sample("", Tone.PLAIN, durations);
    return new Quantiles(
        durations.size(), sample.percentile(50).orElse(null), sample.percentile(95).orElse(null));
  }

  /**
   * The same of a span of time and of the span before it.
   *
   * @param now of the span
   * @param before of the same time before it
   */
  public record Compared(Quantiles now, Quantiles before) {}
}
