package dev.amsshell.cli;

import dev.amsshell.base.Failure;

/** The arguments make no sense; nothing was done. */
final class UsageError extends Failure {
  UsageError(String message, String advice) {
    super(Kind.USAGE, message, advice, null);
  }
}
