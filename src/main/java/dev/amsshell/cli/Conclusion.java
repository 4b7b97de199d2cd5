package dev.amsshell.cli;

import dev.amsshell.base.Failure;
import dev.amsshell.check.CheckResult;
import dev.amsshell.check.Checks;
import dev.amsshell.check.Counts;
import dev.amsshell.check.RunReport;
import dev.amsshell.script.ErrorText;
import dev.amsshell.script.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
   * @param file where it is, if it is in a file
   * @throws UsageError when a report is asked for that could not be written
   */
  Conclusion(Session session, String script, Optional<Path> file, Settings settings) {
    this.session = session;
    this.script = script;
    this.reports = ReportFile.of(settings.reports(), file);
    if (!reports.isEmpty()) {
      session.process().ending().awaitReports();
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
    Ending.Cause end = end(own == ExitCode.SUCCESS.code() ? ofChecks() : own, outcome);
    List<ReportFile> written = new ArrayList<>();
    Optional<String> trouble = write(reports, end, written);
    if (end.code() == ExitCode.SUCCESS.code()) {
      // what could not be reported is reported once more, so that it is not remembered
      if (trouble.isEmpty()) {
        trouble = tried(session.bookmarks()::save);
      }
      if (trouble.isPresent()) {
        end = new Ending.Cause(ExitCode.USAGE.code(), trouble.get());
        write(written, end, new ArrayList<>());
      }
    }
    if (closed != null) {
      throw closed;
    }
    return end.code();
  }

  private void summary() {
    List<CheckResult> results = session.checks().results();
    if (!results.isEmpty()) {
      boolean isForPeople = session.console().isForPeople();
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

  /**
   * With what the process ends, and why if not for its checks.
   *
   * @param code what it would end with if nobody made it end
   */
  private Ending.Cause end(int code, Outcome outcome) {
    return session
        .process()
        .ending()
        .cause()
        .orElseGet(() -> new Ending.Cause(code, error(outcome)));
  }

  /**
   * Writes reports.
   *
   * @param written is added those that could be
   * @return why the first of the others could not
   */
  private Optional<String> write(
      List<ReportFile> files, Ending.Cause end, List<ReportFile> written) {
    RunReport report =
        new RunReport(
            script,
            session.began(),
            session.process().clock().instant(),
            end.code(),
            end.why(),
            session.checks().results());
    Optional<String> trouble = Optional.empty();
    for (ReportFile each : files) {
      Optional<String> own = tried(() -> each.write(report, session.process().redactor()::redact));
      if (own.isEmpty()) {
        written.add(each);
      }
      trouble = trouble.or(() -> own);
    }
    return trouble;
  }

  /** Does something; what went wrong, which is told. */
  private Optional<String> tried(Runnable work) {
    try {
      work.run();
      return Optional.empty();
    } catch (Failure e) {
      session.console().errors().failure(e);
      return Optional.of(e.getMessage());
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
