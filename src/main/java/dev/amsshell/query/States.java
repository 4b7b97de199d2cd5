package dev.amsshell.query;

import dev.amsshell.job.JobState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** In which states rows can be of which a condition holds, as far as the condition tells. */
public final class States {
  private static final JobState ANY_OTHER = JobState.unknown("any other");

  private States() {}

  /** The states that are not excluded; a state that nobody knows stands for all such. */
  public static Set<JobState> possible(Condition condition) {
    List<JobState> all = new ArrayList<>(JobState.known());
    all.add(ANY_OTHER);
    return all.stream()
        .filter(state -> Truth.of(condition, leaf -> of(leaf, state)) != Truth.NO)
        .collect(Collectors.toSet());
  }

  /**
   * What holds of a row in a final state.
   *
   * @param state the property that is its state
   */
  public static Condition isFinal(Property state) {
    return new Condition.Among(state, JobState.known().stream().filter(JobState::isFinal).toList());
  }

  /** Whether only final states are possible, and some are. */
  public static boolean areFinal(Set<JobState> states) {
    return !states.isEmpty() && states.stream().allMatch(JobState::isFinal);
  }

  private static Truth of(Condition leaf, JobState state) {
    if (leaf instanceof Condition.Among among && among.property().type() == Type.STATE) {
      return Truth.of(among.values().contains(state));
    }
    if (leaf instanceof Condition.Comparison comparison
        && comparison.left() instanceof Operand.Of of
        && of.property().type() == Type.STATE
        && comparison.right() instanceof Operand.Value value) {
      return Truth.of(comparison.operator().holds(state, value.value()));
    }
    return Truth.MAYBE;
  }
}
