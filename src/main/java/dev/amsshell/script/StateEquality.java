package dev.amsshell.script;

import dev.amsshell.job.JobState;
import java.util.Collection;
import org.codehaus.groovy.runtime.InvokerInvocationException;
import org.codehaus.groovy.runtime.ScriptBytecodeAdapter;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;

/**
 * What {@code ==}, {@code !=}, {@code in} and {@code case} mean in a script: a state is compared
 * with a string by its name, in any letter case; every other pair is left to Groovy. In plain
 * Groovy {@code job.state == 'Finished'} would always be false, without a word.
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
  public static boolean among(Object value, Object choices) {
    if (value instanceof JobState && choices instanceof CharSequence) {
      return equal(value, choices);
    }
    if (!(value instanceof JobState && choices instanceof Collection<?>)) {
      return isCase(choices, value);
    }
    boolean found = false;
    for (Object choice : (Collection<?>) choices) {
      found |= equal(value, choice);
    }
    return found;
  }

  /** The opposite of {@link #among}. */
  public static boolean notAmong(Object value, Object choices) {
    return !among(value, choices);
  }

  /** What stands for a string or a list with strings behind {@code case}. */
  public static Choice choice(Object label) {
    return new Choice(label);
  }

  /**
   * What a switch compares with.
   *
   * @param label a string or a list
   */
  public record Choice(Object label) {
    /** Called by Groovy's switch: a state by its name, everything else as Groovy would. */
    public boolean isCase(Object value) {
      return among(value, label);
    }
  }

  private static boolean isCase(Object choices, Object value) {
    try {
      return ScriptBytecodeAdapter.isCase(value, choices);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new InvokerInvocationException(e);
    }
  }
}
