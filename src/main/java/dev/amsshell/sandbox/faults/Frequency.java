package dev.amsshell.sandbox.faults;

/**
 * How often a rule strikes among the requests it concerns.
 *
 * @param share the share of them, above 0 and at most 1, drawn from the seed
 * @param every only every so many-th of them
 * @param times at most so many strikes
 */
public record Frequency(double share, int every, int times) {

  /** Each time. */
  public static final Frequency ALWAYS = new Frequency(1, 1, Integer.MAX_VALUE);
}
