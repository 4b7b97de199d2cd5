package dev.amsshell.job;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The state of a job or a task. Seven are known; a service may invent more, which are kept as
 * {@code Unknown(code)}, are active and never final.
 */
public final class JobState implements Comparable<JobState> {
  /** Waiting for a free reserved unit. */
  public static final JobState QUEUED = new JobState("Queued", 0, false);

  /** Given to a reserved unit, not started yet. */
  public static final JobState SCHEDULED = new JobState("Scheduled", 1, false);

  /** At work. */
  public static final JobState PROCESSING = new JobState("Processing", 2, false);

  /** Asked to stop, not stopped yet; not final. */
  public static final JobState CANCELING = new JobState("Canceling", 3, false);

  /** Done, successfully. */
  public static final JobState FINISHED = new JobState("Finished", 4, true);

  /** Done, failed. */
  public static final JobState ERROR = new JobState("Error", 5, true);

  /** Stopped on request. */
  public static final JobState CANCELED = new JobState("Canceled", 6, true);

  private static final List<JobState> KNOWN =
      List.of(QUEUED, SCHEDULED, PROCESSING, CANCELING, FINISHED, ERROR, CANCELED);
  private static final Pattern UNKNOWN = Pattern.compile("(?i)unknown\\((.*)\\)");

  private final String name;
  private final int rank;
  private final boolean isFinal;

  private JobState(String name, int rank, boolean isFinal) {
    this.name = name;
    this.rank = rank;
    this.isFinal = isFinal;
  }

  /** The known states in the order in which a job passes them. */
  public static List<JobState> known() {
    return KNOWN;
  }

  /** A state that only the service knows the meaning of. */
  public static JobState unknown(String code) {
    return new JobState("Unknown(" + Objects.requireNonNull(code, "code is null") + ")", 7, false);
  }

  /**
   * The state of that name, in any letter case.
   *
   * @throws IllegalArgumentException when no state has that name; the message lists those that
   *     exist
   */
  public static JobState named(String name) {
    String wanted = name.strip();
    for (JobState state : KNOWN) {
      if (state.name.equalsIgnoreCase(wanted)) {
        return state;
      }
    }
    Matcher unknown = UNKNOWN.matcher(wanted);
    if (unknown.matches()) {
      return unknown(unknown.group(1));
    }
    throw new IllegalArgumentException(
        "no state '%s'; there are %s"
            .formatted(name, KNOWN.stream().map(s -> s.name).collect(Collectors.joining(", "))));
  }

  /** The name as the service's documents spell it, or {@code Unknown(code)}. */
  public String name() {
    return name;
  }

  /** Same as {@link #name()}, as a property. */
  public String getName() {
    return name;
  }

  /** Finished, Error or Canceled: nothing will change any more. */
  public boolean isFinal() {
    return isFinal;
  }

  /** Not final: anything may still change. */
  public boolean isActive() {
    return !isFinal;
  }

  @Override
  public int compareTo(JobState other) {
    int byRank = Integer.compare(rank, other.rank);
    return byRank != 0 ? byRank : name.compareTo(other.name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JobState state && name.equals(state.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
