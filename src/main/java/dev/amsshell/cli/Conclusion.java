package dev.amsshell.cli;

import dev.amsshell.base.Failure;
import dev.amsshell.check.CheckResult;
import dev.amsshell.check.Checks;
import dev.amsshell.check.Counts;
import dev.amsshell.check.RunReport;
import dev.amsshell.render.Format;
import dev.amsshell.script.ErrorText;
import dev.amsshell.script.Outcome;
import java.util.List;

/**
 * What follows a script: the summary of its checks, what went wrong, its reports, its bookmarks,
 * and the exit code.
 */
final class Conclusion {
  private final Session session;
  private final String script;
  private final List<ReportFile> reports;

  /**
   * @param script what messages call it
   * @throws UsageError when a report is asked for that could not be written
   */
  Conclusion(Session session, String script, Settings settings) {
    this.session = session;
    this.script = script;
    this.reports = ReportFile.of(settings.reports());
    if (!reports.isEmpty()) {
      session.process().ending().await();
    }
  }

  /** Concludes a run; the exit code. */
  int of(Outcome outcome) {
    Stdout.Closed closed = null;
    try {
      summary();
    } catch (Stdout.Closed e) {
      closed = e;
    }
    int own = Outcomes.exitCode(outcome, session.console().errors());
    int code = own == ExitCode.SUCCESS.code() ? ofChecks() : own;
    if (closed != null) {
      report(ExitCode.OUTPUT_CLOSED.code(), outcome);
      throw closed;
    }
    boolean isStopped = outcome instanceof Outcome.Interrupted;
    boolean isWritten = report(isStopped ? ExitCode.TERMINATED.code() : code, outcome);
    boolean isKept =
        code != ExitCode.SUCCESS.code() || !isWritten || tried(session.bookmarks()::save);
    return code == ExitCode.SUCCESS.code() && !(isWritten && isKept) ? ExitCode.USAGE.code() : code;
  }

  private void summary() {
    List<CheckResult> results = session.checks().results();
    if (!results.isEmpty()) {
      boolean isForPeople = session.console().settings().now().output() == Format.TABLE;
      session.console().show(isForPeople ? Counts.of(results).toString() : results);
    }
  }

  /** What the checks alone would have a run end with. */
  private int ofChecks() {
    Checks checks = session.checks();
    if (Counts.of(checks.results()).failed() > 0) {
      return ExitCode.SCRIPT.code();
    }
    return checks.firstError().map(ExitCode::of).orElse(ExitCode.SUCCESS).code();
  }

  /** Writes the reports; whether all could be written. */
  private boolean report(int code, Outcome outcome) {
    RunReport report =
        new RunReport(
            script,
            session.began(),
            session.process().clock().instant(),
            code,
            error(outcome),
            session.checks().results());
    boolean isWritten = true;
    for (ReportFile each : reports) {
      isWritten &= tried(() -> each.write(report, session.process().redactor()::redact));
    }
    return isWritten;
  }

  private boolean tried(Runnable work) {
    try {
      work.run();
      return true;
    } catch (Failure e) {
      session.console().errors().failure(e);
      return false;
    }
  }

  /** Why the script itself did not end well; null when it did. */
  private static String error(Outcome outcome) {
    if (outcome instanceof Outcome.Thrown thrown) {
      return ErrorText.of(thrown);
    }
    if (outcome instanceof Outcome.CompileFailure failure) {
      return ErrorText.of(failure);
    }
    if (outcome instanceof Outcome.Exit exit) {
      return exit.code() == 0 ? null : "exit(" + exit.code() + ")";
    }
    return outcome instanceof Outcome.Interrupted ? "interrupted" : null;
  }
}
