package dev.amsshell.service;

import dev.amsshell.base.Failure;

/** The service answered, but did not do what was asked. */
public final class RequestRefused extends Failure {
  private final int status;

  public RequestRefused(int status, String message, String advice) {
    super(Kind.SERVICE, message, advice, null);
    this.status = status;
  }

  /** The HTTP status of the refusal. */
  public int status() {
    return status;
  }
}
