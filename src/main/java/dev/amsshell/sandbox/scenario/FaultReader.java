package dev.amsshell.sandbox.scenario;

import dev.amsshell.sandbox.faults.FaultKind;
import dev.amsshell.sandbox.faults.FaultRule;
import dev.amsshell.sandbox.faults.Frequency;
import dev.amsshell.sandbox.faults.RequestPattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a scenario says about one thing that goes wrong. */
final class FaultReader {

  /** How a wait is told in Retry-After. */
  private enum RetryForm {
    SECONDS,
    DATE
  }

  /** Longer, and a client would rather be thought to hang. */
  private static final Duration SLOWEST = Duration.ofMinutes(5);

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "MERGE", "DELETE");

  private FaultReader() {}

  static FaultRule rule(Section section) {
    section.requiredText("kind");
    FaultKind kind = section.choice("kind", FaultKind.class).orElseThrow();
    FaultRule rule =
        new FaultRule(
            kind,
            new RequestPattern(method(section), section.text("path").orElse(null)),
            frequency(section),
            section.duration("from").orElse(Duration.ZERO),
            section.duration("until").orElse(null),
            section.flag("after", false),
            status(section, kind),
            section.text("text").orElse(null),
            retryAfter(section, kind),
            section.choice("retry-after-form", RetryForm.class).orElse(RetryForm.SECONDS)
                == RetryForm.DATE,
            over(section, kind));
    if (rule.until() != null && rule.until().compareTo(rule.from()) <= 0) {
      throw section.clash("until", "must be later than from");
    }
    section.end();
    return rule;
  }

  private static String method(Section section) {
    String method = section.text("method").orElse(null);
    if (method != null && !METHODS.contains(method)) {
      throw section.wrong("method", "one of " + String.join(", ", METHODS));
    }
    return method;
  }

  private static Frequency frequency(Section section) {
    if (section.has("share") && section.has("every")) {
      throw section.clash("every", "cannot stand beside share");
    }
    return new Frequency(
        section.number("share", 0, 1).orElse(1.0),
        section.integer("every", 1, 1, 1_000_000),
        section.integer("times", Integer.MAX_VALUE, 1, Integer.MAX_VALUE));
  }

  private static int status(Section section, FaultKind kind) {
    boolean may = kind == FaultKind.OUTAGE || kind == FaultKind.HTML;
    if (section.has("status") && !may) {
      throw section.clash("status", "is for outage and html; every other kind has its own");
    }
    int status = section.integer("status", 0, 200, 599);
    if (status > 200 && status < 400) {
      throw section.wrong("status", "200, or a number from 400 to 599");
    }
    return status;
  }

  /** A 429 says how long to wait, unless the scenario has another thought. */
  private static Duration retryAfter(Section section, FaultKind kind) {
    Optional<Duration> given = section.duration("retry-after");
    if (given.filter(time -> time.toMillis() % 1000 != 0).isPresent()) {
      throw section.wrong("retry-after", "a whole number of seconds, such as \"2s\"");
    }
    return given.orElse(kind == FaultKind.TOO_MANY_REQUESTS ? Duration.ofSeconds(1) : null);
  }

  private static Duration over(Section section, FaultKind kind) {
    Optional<Duration> given = section.duration("over");
    if (kind != FaultKind.SLOW) {
      if (given.isPresent()) {
        throw section.clash("over", "is for slow answers only");
      }
      return null;
    }
    if (given.filter(time -> time.compareTo(SLOWEST) > 0).isPresent()) {
      throw section.wrong("over", "at most \"5m\"");
    }
    return given.orElse(Duration.ofSeconds(2));
  }
}
