package dev.amsshell.repl;

import dev.amsshell.base.Failure;

/** What was asked of the prompt cannot be done. */
final class Refused extends Failure {
  private static final long serialVersionUID = 1;

  Refused(String message, String advice) {
    super(Kind.USAGE, message, advice, null);
  }
}
