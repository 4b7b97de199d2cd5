package dev.amsshell.dsl;

import dev.amsshell.base.Failure;

/** Some of several jobs were changed, and then something went wrong that would for the others. */
public final class ChangesStopped extends Failure {
  /**
   * @param changed how many were changed
   * @param all how many were to be
   * @param failure what went wrong
   */
  ChangesStopped(int changed, int all, Failure failure) {
    super(
        failure.kind(),
        "%d of %d jobs were changed, and then: %s".formatted(changed, all, failure.getMessage()),
        failure.advice(),
        null);
  }
}
