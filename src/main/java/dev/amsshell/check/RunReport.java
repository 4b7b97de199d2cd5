package dev.amsshell.check;

import java.time.Instant;
import java.util.List;

/**
 * A run and its checks, as reports tell it.
 *
 * @param script what messages call the script
 * @param started when the run began
 * @param ended when the script was over
 * @param exitCode with what the process ends
 * @param error why it ends with that, if not for its checks; null otherwise
 * @param counts how many checks came to what
 * @param checks in the order in which they ended
 */
public record RunReport(
    String script,
    Instant started,
    Instant ended,
    int exitCode,
    String error,
    Counts counts,
    List<CheckResult> checks) {
  public RunReport {
    checks = List.copyOf(checks);
  }

  public RunReport(
      String script,
      Instant started,
      Instant ended,
      int exitCode,
      String error,
      List<CheckResult> checks) {
    this(script, started, ended, exitCode, error, Counts.of(checks), checks);
  }
}
