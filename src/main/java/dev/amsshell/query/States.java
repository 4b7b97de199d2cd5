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
        .filter(state -> holds(condition, state) != Answer.NO)
        .collect(Collectors.toSet());
  }

  /**
   * What holds of a row in a final state.
   *
   * @param state the property that is its state
   */
  public static Condition isFinal(Property state) {
    return new Condition.Among(
        state, JobState.known().stream().filter(JobState::isFinal).collect(Collectors.toList()));
  }

  /** Whether only final states are possible, and some are. */
  public static boolean areFinal(Set<JobState> states) {
    return !states.isEmpty() && states.stream().allMatch(JobState::isFinal);
  }

  private enum Answer {
    NO,
    MAYBE,
    YES;

    static Answer of(boolean value) {
      return value ? YES : NO;
    }

    Answer negated() {
      return values()[YES.ordinal() - ordinal()];
    }
  }

  private static Answer holds(Condition condition, JobState state) {
    if (condition instanceof Condition.All all) {
      return all.parts().stream()
          .map(part -> holds(part, state))
          .min(Enum::compareTo)
          .orElse(Answer.YES);
    }
    if (condition instanceof Condition.Any any) {
      return any.parts().stream()
          .map(part -> holds(part, state))
          .max(Enum::compareTo)
          .orElse(Answer.NO);
    }
    if (condition instanceof Condition.Not not) {
      return holds(not.part(), state).negated();
    }
    if (condition instanceof Condition.Constant constant) {
      return Answer.of(constant.value());
    }
    if (condition instanceof Condition.Among among && among.property().type() == Type.STATE) {
      return Answer.of(among.values().contains(state));
    }
    if (condition instanceof Condition.Comparison comparison
        && comparison.left() instanceof Operand.Of of
        && of.property().type() == Type.STATE
        && comparison.right() instanceof Operand.Value value) {
      return Answer.of(comparison.operator().holds(state, value.value()));
    }
    return Answer.MAYBE;
  }
}
