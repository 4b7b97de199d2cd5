package dev.amsshell.dsl;

import dev.amsshell.await.Goal;
import dev.amsshell.await.Terms;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobState;
import groovy.lang.Closure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;

/** Understands the options of {@code await} and its like. */
final class AwaitOptions {
  static final List<String> NAMES =
      List.of("timeout", "until", "every", "stall", "onChange", "appear");

  private AwaitOptions() {}

  /**
   * What some options mean.
   *
   * @param word the word they were given to
   * @param isQuery whether it waits for what a query gives
   * @throws IllegalArgumentException when one is unknown or has a value that is none of it
   */
  static Terms terms(String word, Map<?, ?> options, boolean isQuery) {
    Options.check(word, options, NAMES);
    if (options.containsKey("appear") && !isQuery) {
      throw new IllegalArgumentException(
          "appear: waits for the first job of a query, and this is none");
    }
    return new Terms(
        duration(options, "timeout", true),
        goal(options),
        duration(options, "every", false),
        duration(options, "stall", false),
        onChange(options),
        duration(options, "appear", true));
  }

  private static Optional<Duration> duration(Map<?, ?> options, String name, boolean mayBeZero) {
    if (!options.containsKey(name)) {
      return Optional.empty();
    }
    Object value = options.get(name);
    if (!(value instanceof Duration duration)) {
      throw wrong(name, value, "a duration such as 30.minutes");
    }
    if (duration.isNegative() || duration.isZero() && !mayBeZero) {
      throw wrong(name, value, "a duration " + (mayBeZero ? "from zero up" : "above zero"));
    }
    return Optional.of(duration);
  }

  private static Goal goal(Map<?, ?> options) {
    if (!options.containsKey("until")) {
      return Goal.END;
    }
    Object until = options.get("until");
    if (until instanceof JobState state) {
      return new Goal.Reached(state);
    }
    if (until instanceof CharSequence name) {
      return new Goal.Reached(JobState.named(name.toString()));
    }
    if (until instanceof Closure<?> closure && closure.getMaximumNumberOfParameters() <= 1) {
      return new Goal.Holds(
          job -> DefaultTypeTransformation.castToBoolean(called(closure, job, null)));
    }
    throw wrong("until", until, "a state, or a closure that is given the job with its tasks");
  }

  private static Optional<BiConsumer<Job, JobState>> onChange(Map<?, ?> options) {
    if (!options.containsKey("onChange")) {
      return Optional.empty();
    }
    if (options.get("onChange") instanceof Closure<?> closure
        && closure.getMaximumNumberOfParameters() <= 2) {
      return Optional.of((job, before) -> called(closure, job, before));
    }
    throw wrong(
        "onChange",
        options.get("onChange"),
        "a closure that is given the job with its tasks, and the state before");
  }

  private static Object called(Closure<?> closure, Job job, JobState before) {
    return switch (closure.getMaximumNumberOfParameters()) {
      case 0 -> closure.call();
      case 1 -> closure.call(job);
      default -> closure.call(job, before);
    };
  }

  private static IllegalArgumentException wrong(String name, Object value, String expected) {
    return new IllegalArgumentException("%s: takes %s, not %s".formatted(name, expected, value));
  }
}
