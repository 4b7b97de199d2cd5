package dev.amsshell.check;

import dev.amsshell.base.Failure;

/** What earlier runs have seen cannot be read or kept. */
public final class BookmarkProblem extends Failure {
  BookmarkProblem(String message, String advice, Throwable cause) {
    super(Kind.USAGE, message, advice, cause);
  }
}
