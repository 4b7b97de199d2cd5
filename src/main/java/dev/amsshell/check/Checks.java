package dev.amsshell.check;

import dev.amsshell.render.Tabular;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The checks of one run, in the order in which they ended. May be used by several threads. */
public final class Checks {
  private final Clock clock;
  private final Consumer<Checked> listener;
  private final List<Checked> made = new ArrayList<>();

  /** What the check that a thread is at has asked the service for last. */
  private final ThreadLocal<Tabular<?>> asked = new ThreadLocal<>();

  /**
   * @param listener told of each check when it is made
   */
  public Checks(Clock clock, Consumer<Checked> listener) {
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Makes a check of a condition. It fails when the body throws an {@link AssertionError} or comes
   * to nothing that is true to Groovy; what else is thrown makes it an error.
   *
   * @param options {@code warn}: whether a failure is only a warning; {@code jobs}: those it is
   *     about
   * @param body given those jobs, or null; comes to the condition
   * @param errors tells of what the body throws
   */
  public void check(String name, Map<?, ?> options, Function<Object, Object> body, Errors errors) {
    make(name, options, errors, attempt -> attempt.condition(body));
  }

  /**
   * Makes a check of a measured value.
   *
   * @param options {@code min}, {@code max}, {@code warnMin}, {@code warnMax}, of which there is at
   *     least one: numbers or durations; and {@code jobs}, as of a condition
   * @param body given those jobs, or null; comes to the value
   * @param errors tells of what the body throws
   */
  public void expect(String name, Map<?, ?> options, Function<Object, Object> body, Errors errors) {
    make(name, options, errors, attempt -> attempt.measure(body));
  }

  /** Notes what is asked of the service, which a check that is being made may be about. */
  public void asked(Tabular<?> rows) {
    asked.set(rows);
  }

  /** The checks that were made so far. */
  public synchronized List<Checked> made() {
    return List.copyOf(made);
  }

  /** What came of the checks so far. */
  public List<CheckResult> results() {
    return made().stream().map(Checked::result).toList();
  }

  /** What went wrong in the first check that is an error, if nothing is worse. */
  public Optional<Throwable> firstError() {
    return made().stream().map(Checked::error).filter(error -> error != null).findFirst();
  }

  private void make(String name, Map<?, ?> options, Errors errors, Consumer<Attempt> judgement) {
    Instant began = clock.instant();
    asked.remove();
    Attempt attempt = new Attempt(options);
    try {
      judgement.accept(attempt);
    } catch (Throwable e) {
      // closures of scripts throw anything
      if (errors.isEnd(e)) {
        throw e;
      }
      attempt.threw(e, errors);
    }
    JobsConcerned jobs = JobsConcerned.NONE;
    try {
      jobs = attempt.isBroken() ? attempt.jobs(asked.get()) : jobs;
    } catch (IllegalArgumentException e) {
      attempt.threw(e, errors);
    }
    asked.remove();
    Checked checked = attempt.checked(name, jobs, began, Duration.between(began, clock.instant()));
    synchronized (this) {
      made.add(checked);
    }
    listener.accept(checked);
  }
}
