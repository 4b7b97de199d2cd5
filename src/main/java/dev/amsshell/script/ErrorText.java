package dev.amsshell.script;

import dev.amsshell.base.Failure;
import dev.amsshell.base.SafeText;
import java.util.ArrayList;
import java.util.List;

/**
 * What went wrong, for people: where, what, a caret below the place, the script's frames, what
 * next.
 */
public final class ErrorText {
  private static final int MOST_FRAMES = 8;
  private static final int MOST_PROBLEMS = 5;
  private static final int BRIEF_LINES = 12;

  private ErrorText() {}

  /** Why a script does not compile. */
  public static String of(Outcome.CompileFailure failure) {
    List<String> parts = new ArrayList<>();
    for (Problem problem :
        failure.problems().subList(0, Math.min(MOST_PROBLEMS, failure.problems().size()))) {
      parts.add(headline(problem) + excerpt(problem));
    }
    int rest = failure.problems().size() - MOST_PROBLEMS;
    if (rest > 0) {
      parts.add("... and " + rest + " more");
    }
    return SafeText.block(String.join("\n", parts));
  }

  /** The first reason alone, for somebody who can ask for the others. */
  public static String brief(Outcome.CompileFailure failure) {
    Problem first = failure.problems().get(0);
    return SafeText.block(headline(first) + excerpt(first));
  }

  /** What a script threw and what to do next, for somebody who can ask for the rest. */
  public static String brief(Outcome.Thrown thrown) {
    List<String> lines = where(thrown).lines().toList();
    String advice = advice(thrown.error());
    return SafeText.block(
        String.join("\n", lines.subList(0, Math.min(BRIEF_LINES, lines.size())))
            + (advice.isEmpty() ? "" : "\n" + advice));
  }

  /** What a script threw. */
  public static String of(Outcome.Thrown thrown) {
    Problem problem = thrown.problem();
    StringBuilder text = new StringBuilder(where(thrown));
    List<Throwable> causes = Causes.of(thrown.error());
    if (!(thrown.error() instanceof Failure)) {
      for (Throwable cause : causes.subList(1, causes.size())) {
        text.append("\n  caused by: ")
            .append(cause instanceof Failure ? cause.getMessage() : cause.toString());
      }
    }
    frames(text, problem.frames());
    String advice = advice(thrown.error());
    if (!advice.isEmpty()) {
      text.append('\n').append(advice);
    }
    return SafeText.block(text.toString());
  }

  /** What to do next, according to the failure at the root of what was thrown; may be empty. */
  public static String advice(Throwable error) {
    Failure failure = rootFailure(error);
    return failure == null ? "" : failure.advice();
  }

  /** The innermost failure in a chain of causes, or null when there is none. */
  public static Failure rootFailure(Throwable error) {
    return Causes.innermost(error, Failure.class).orElse(null);
  }

  /** Where it was thrown and what. */
  static String where(Outcome.Thrown thrown) {
    // an assertion shows its own expression
    boolean hasPicture = thrown.error() instanceof AssertionError;
    return headline(thrown.problem()) + (hasPicture ? "" : excerpt(thrown.problem()));
  }

  private static String headline(Problem problem) {
    StringBuilder place = new StringBuilder();
    if (!problem.file().isEmpty()) {
      place.append(problem.file()).append(':');
      if (problem.line() > 0) {
        place.append(problem.line()).append(':');
        if (problem.column() > 0) {
          place.append(problem.column()).append(':');
        }
      }
      place.append(' ');
    }
    return place + problem.message();
  }

  private static String excerpt(Problem problem) {
    if (problem.sourceLine() == null) {
      return "";
    }
    String number = String.valueOf(problem.line());
    String line = SafeText.line(problem.sourceLine().replace('\t', ' '));
    String text = "\n  " + number + " | " + line;
    return problem.column() == 0
        ? text
        : text
            + "\n  "
            + " ".repeat(number.length())
            + " | "
            + " ".repeat(problem.column() - 1)
            + "^";
  }

  /** Frames are worth their space only when there is more than the place that is shown anyway. */
  private static void frames(StringBuilder text, List<Problem.Frame> frames) {
    if (frames.size() < 2) {
      return;
    }
    for (Problem.Frame frame : frames.subList(0, Math.min(MOST_FRAMES, frames.size()))) {
      text.append("\n  at ").append(frame.file()).append(':').append(frame.line());
      if (!frame.method().isEmpty()) {
        text.append(" (").append(frame.method()).append(')');
      }
    }
    if (frames.size() > MOST_FRAMES) {
      text.append("\n  ... and ").append(frames.size() - MOST_FRAMES).append(" more");
    }
  }
}
