package dev.amsshell.cli;

import dev.amsshell.base.Failure;
import dev.amsshell.script.ErrorText;

/** The exit codes that automation can rely on. */
enum ExitCode {
  SUCCESS(0, "success"),
  SCRIPT(1, "the script threw, or an assertion or a check in it failed"),
  USAGE(
      2,
      "usage or configuration: unknown option, no such file, malformed job id, a change that is not"
          + " allowed"),
  COMPILE(3, "the script does not compile"),
  AUTHENTICATION(4, "authentication or authorization refused"),
  SERVICE(
      5, "the service refused the request, or could not be reached until the retries were spent"),
  JOB_FAILED(6, "a job that was awaited ended in Error"),
  JOB_CANCELED(7, "a job that was awaited was Canceled"),
  NO_SUCH_JOB(8, "no such job, or it vanished while awaited (records are purged after 90 days)"),
  DEADLINE(124, "an await ran into its deadline"),
  INTERRUPTED(130, "interrupted (Ctrl-C)"),
  OUTPUT_CLOSED(141, "stdout was closed"),
  TERMINATED(143, "terminated");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  int code() {
    return code;
  }

  String meaning() {
    return meaning;
  }

  /** The code of what a script threw: that of the failure at the root of it, if there is one. */
  static ExitCode of(Throwable thrown) {
    Failure failure = ErrorText.rootFailure(thrown);
    return failure == null ? SCRIPT : of(failure.kind());
  }

  static ExitCode of(Failure.Kind kind) {
    return switch (kind) {
      case USAGE -> USAGE;
      case AUTHENTICATION -> AUTHENTICATION;
      case SERVICE -> SERVICE;
      case NO_SUCH_JOB -> NO_SUCH_JOB;
      case JOB_FAILED -> JOB_FAILED;
      case JOB_CANCELED -> JOB_CANCELED;
      case STATE_MISSED -> SCRIPT;
      case DEADLINE -> DEADLINE;
    };
  }
}
