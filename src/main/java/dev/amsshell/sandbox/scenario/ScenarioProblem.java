package dev.amsshell.sandbox.scenario;

import dev.amsshell.base.Failure;

/** A scenario file cannot be used; nothing was started. */
public final class ScenarioProblem extends Failure {

  /**
   * @param message where and what is wrong
   * @param advice what is expected; may be empty
   */
  public ScenarioProblem(String message, String advice) {
    super(Kind.USAGE, message, advice, null);
  }
}
