package dev.amsshell.cli;

import dev.amsshell.script.Outcome;

/** Turns how an evaluation ended into what is told and into an exit code. */
final class Outcomes {
  private Outcomes() {}

  static int exitCode(Outcome outcome, ErrorReport errors) {
    if (outcome instanceof Outcome.Value) {
      return ExitCode.SUCCESS.code();
    }
    if (outcome instanceof Outcome.Exit exit) {
      return exit.code();
    }
    if (outcome instanceof Outcome.CompileFailure failure) {
      return errors.compileFailure(failure).code();
    }
    if (outcome instanceof Outcome.Thrown thrown) {
      return errors.thrown(thrown).code();
    }
    return ExitCode.INTERRUPTED.code();
  }
}
