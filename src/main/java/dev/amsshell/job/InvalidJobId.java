package dev.amsshell.job;

import dev.amsshell.base.Failure;

/** What was given cannot be the id of a job; nothing was sent. */
public final class InvalidJobId extends Failure {
  public InvalidJobId(String given, String expected) {
    super(Kind.USAGE, "not a job id: '" + given + "'", "Expected " + expected + ".", null);
  }
}
