package dev.amsshell.service;

import dev.amsshell.base.Failure;

/** The service did not accept the credentials, or they do not permit what was asked. */
public final class AccessRefused extends Failure {
  public AccessRefused(String message, String advice) {
    super(Kind.AUTHENTICATION, message, advice, null);
  }
}
