package dev.amsshell.dsl;

import dev.amsshell.base.Failure;

/** A change was not permitted, so that nothing was sent. */
public final class WriteRefused extends Failure {
  public WriteRefused(String message, String advice) {
    super(Kind.USAGE, message, advice, null);
  }
}
