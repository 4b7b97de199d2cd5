package dev.amsshell.script;

import dev.amsshell.job.JobState;
import java.util.List;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;

/**
 * What {@code ==}, {@code !=}, {@code in} and {@code case} mean in a script where one side is a
 * string literal: a state is compared by its name, in any letter case; every other pair is left to
 * Groovy. In plain Groovy {@code job.state == 'Finished'} would always be false, without a word.
 */
public final class StateEquality {
  private StateEquality() {}

  /**
   * Whether both are equal.
   *
   * @throws IllegalArgumentException when a state is compared with what is no state's name
   */
  public static boolean equal(Object left, Object right) {
    if (left instanceof JobState state && right instanceof CharSequence name) {
      return state.equals(JobState.named(name.toString()));
    }
    if (left instanceof CharSequence name && right instanceof JobState state) {
      return state.equals(JobState.named(name.toString()));
    }
    return DefaultTypeTransformation.compareEqual(left, right);
  }

  /** The opposite of {@link #equal}. */
  public static boolean unequal(Object left, Object right) {
    return !equal(left, right);
  }

  /**
   * Whether the value equals one of the choices; every choice is looked at, so that none hides a
   * typo.
   */
  public static boolean among(Object value, List<?> choices) {
    if (!(value instanceof JobState)) {
      return choices.contains(value);
    }
    boolean found = false;
    for (Object choice : choices) {
      found |= equal(value, choice);
    }
    return found;
  }

  /** The opposite of {@link #among}. */
  public static boolean notAmong(Object value, List<?> choices) {
    return !among(value, choices);
  }

  /** What stands for a string literal behind {@code case}. */
  public static Choice choice(CharSequence text) {
    return new Choice(text.toString());
  }

  /**
   * A string that a switch compares with.
   *
   * @param text the string
   */
  public record Choice(String text) {
    /** Called by Groovy's switch: a state by its name, everything else as Groovy would. */
    public boolean isCase(Object value) {
      return value instanceof JobState
          ? equal(value, text)
          : value != null && text.equals(value.toString());
    }
  }
}
