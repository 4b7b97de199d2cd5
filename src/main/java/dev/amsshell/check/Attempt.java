package dev.amsshell.check;

import dev.amsshell.render.Tabular;
import groovy.lang.Closure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;

/** One check while it is made. */
final class Attempt {
  private static final List<String> CHECK_OPTIONS = List.of("warn", "jobs");

  private final Map<?, ?> options;
  private Thresholds thresholds = Thresholds.NONE;
  private CheckOutcome outcome = CheckOutcome.OK;
  private Object value;
  private String message;
  private String advice;
  private Throwable error;

  Attempt(Map<?, ?> options) {
    this.options = options;
  }

  void condition(Function<Object, Object> body) {
    known("check", CHECK_OPTIONS);
    Object warn = options.get("warn");
    if (warn != null && !(warn instanceof Boolean)) {
      throw new IllegalArgumentException("warn: is true or false, not " + Words.of(warn));
    }
    try {
      Object condition = body.apply(givenJobs());
      if (condition instanceof Closure<?>) {
        throw new IllegalArgumentException(
            "it came to a closure, which holds always; write the condition without braces");
      }
      if (!DefaultTypeTransformation.castToBoolean(condition)) {
        broken(isWarning(), "it came to " + Words.of(condition));
      }
    } catch (AssertionError e) {
      broken(isWarning(), String.valueOf(e.getMessage()).strip());
    }
  }

  void measure(Function<Object, Object> body) {
    List<String> names = new ArrayList<>(Thresholds.NAMES);
    names.add("jobs");
    known("expect", names);
    thresholds = Thresholds.of(options);
    Object measured;
    try {
      measured = body.apply(givenJobs());
    } catch (AssertionError e) {
      broken(false, String.valueOf(e.getMessage()).strip());
      return;
    }
    if (!Thresholds.isMeasure(measured)) {
      throw new IllegalArgumentException(
          "expect compares a number or a duration, and the value is " + Words.of(measured));
    }
    value = measured;
    if (measured instanceof Duration != thresholds.isOfDurations()) {
      throw new IllegalArgumentException(
          "the value is %s, and the thresholds are %s"
              .formatted(
                  Thresholds.text(measured), thresholds.isOfDurations() ? "durations" : "numbers"));
    }
    String failure = thresholds.failure(measured);
    String warning = thresholds.warning(measured);
    if (failure != null || warning != null) {
      broken(failure == null, failure == null ? warning : failure);
    }
  }

  void threw(Throwable thrown, Errors errors) {
    String what = errors.message(thrown);
    String todo = errors.advice(thrown);
    outcome = CheckOutcome.ERROR;
    message = what;
    advice = todo.isEmpty() ? null : todo;
    error = thrown;
  }

  /** Whether it does not hold. */
  boolean isBroken() {
    return outcome == CheckOutcome.WARNING || outcome == CheckOutcome.FAILED;
  }

  /**
   * The jobs it is about: those it was given, else those that were asked for.
   *
   * @throws IllegalArgumentException when it was given something else
   */
  JobsConcerned jobs(Tabular<?> asked) {
    return options.get("jobs") instanceof Iterable<?> given
        ? JobsConcerned.of(given)
        : JobsConcerned.ofAsked(asked);
  }

  Checked checked(String name, JobsConcerned jobs, Instant began, Duration took) {
    CheckResult result =
        new CheckResult(
            name,
            outcome,
            message,
            advice,
            value,
            thresholds.min(),
            thresholds.max(),
            thresholds.warnMin(),
            thresholds.warnMax(),
            jobs.first().stream().map(CheckResult.Concerned::of).toList(),
            jobs.more(),
            began,
            took);
    return new Checked(result, jobs.first(), error);
  }

  private void broken(boolean isWarning, String why) {
    outcome = isWarning ? CheckOutcome.WARNING : CheckOutcome.FAILED;
    message = Words.brief(why);
  }

  private boolean isWarning() {
    return Boolean.TRUE.equals(options.get("warn"));
  }

  private Object givenJobs() {
    Object jobs = options.get("jobs");
    if (jobs != null && !(jobs instanceof Iterable<?>)) {
      throw new IllegalArgumentException(
          "jobs: is a query or a list of jobs, not " + Words.of(jobs));
    }
    return jobs;
  }

  private void known(String word, List<String> names) {
    for (Object name : options.keySet()) {
      if (!names.contains(String.valueOf(name))) {
        throw new IllegalArgumentException(
            "%s has no option '%s'; there are %s".formatted(word, name, String.join(", ", names)));
      }
    }
  }
}
