package dev.amsshell.cli;

import dev.amsshell.base.Failure;
import dev.amsshell.script.Outcome;
import java.util.function.Consumer;

/** Turns how an evaluation ended into what is told and into an exit code. */
final class Outcomes {
  private Outcomes() {}

  /**
   * @param onValue what to do with the value of an evaluation that ran to its end; may ask the
   *     service
   */
  static int exitCode(Outcome outcome, Session session, Consumer<Object> onValue) {
    if (outcome instanceof Outcome.Value value) {
      try {
        onValue.accept(value.value());
        return ExitCode.SUCCESS.code();
      } catch (Failure e) {
        return session.errors().failure(e).code();
      }
    }
    if (outcome instanceof Outcome.Exit exit) {
      return exit.code();
    }
    if (outcome instanceof Outcome.CompileFailure failure) {
      return session.errors().compileFailure(failure).code();
    }
    if (outcome instanceof Outcome.Thrown thrown) {
      return session.errors().thrown(thrown).code();
    }
    return ExitCode.INTERRUPTED.code();
  }
}
