package dev.amsshell.sandbox.faults;

import dev.amsshell.sandbox.http.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Decides which request fails how.
 *
 * <p>Requests are numbered as they arrive, and each draw depends on nothing but the seed, the
 * number and the rule: the same requests in the same order fail in the same way. The first rule
 * that strikes decides; the rules behind it do not count that request.
 */
public final class Faults {

  /**
   * A rule that struck.
   *
   * @param number the number of the request, from 1
   */
  record Strike(FaultRule rule, long number) {}

  private final List<FaultRule> rules;
  private final long seed;
  private final Instant start;
  private final Clock clock;
  private final int[] concerned;
  private final int[] struck;
  private long requests;

  /**
   * @param start what the times of the rules count from
   */
  public Faults(List<FaultRule> rules, long seed, Instant start, Clock clock) {
    this.rules = List.copyOf(rules);
    this.seed = seed;
    this.start = start;
    this.clock = clock;
    this.concerned = new int[rules.size()];
    this.struck = new int[rules.size()];
  }

  /** What is to go wrong with the next request, if anything is. */
  synchronized Optional<Strike> next(Request request) {
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    requests++;
    Duration sinceStart = Duration.between(start, clock.instant());
    for (int i = 0; i < rules.size(); i++) {
      FaultRule rule = rules.get(i);
      if (rule.isDue(sinceStart) && rule.requests().matches(request) && strikes(i)) {
        struck[i]++;
        return Optional.of(new Strike(rule, requests));
      }
    }
    return Optional.empty();
  }

  private boolean strikes(int index) {
    Frequency frequency = rules.get(index).frequency();
    concerned[index]++;
    return struck[index] < frequency.times()
        && concerned[index] % frequency.every() == 0
        && draw(index) < frequency.share();
  }

  private double draw(int index) {
    return new SplittableRandom(seed ^ (requests << 16) ^ index).nextDouble();
  }
}
