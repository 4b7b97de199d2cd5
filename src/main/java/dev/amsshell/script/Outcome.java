package dev.amsshell.script;

import java.util.List;

/** How an evaluation ended. */
public sealed interface Outcome {
  /** It ran to its end; the value of its last expression, which may be null. */
  record Value(Object value) implements Outcome {}

  /** It does not compile; at least one problem, in the order of the text. */
  record CompileFailure(List<Problem> problems) implements Outcome {}

  /** It threw. */
  record Thrown(Throwable error, Problem problem) implements Outcome {}

  /** It called {@code exit(code)}. */
  record Exit(int code) implements Outcome {}

  /** It was cancelled. */
  record Interrupted() implements Outcome {}
}
