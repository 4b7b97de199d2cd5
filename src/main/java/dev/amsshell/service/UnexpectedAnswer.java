package dev.amsshell.service;

import dev.amsshell.base.Failure;

/** The answer is not in the service's language. */
public final class UnexpectedAnswer extends Failure {
  public UnexpectedAnswer(String message, String advice, Throwable cause) {
    super(Kind.SERVICE, message, advice, cause);
  }
}
