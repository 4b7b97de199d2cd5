package dev.amsshell.check;

import dev.amsshell.base.SafeText;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A report as gauges, in text that is valid as OpenMetrics and in Prometheus' own format alike:
 * textfile collectors read the latter, and refuse timestamps.
 */
final class OpenMetricsReport {
  private static final double NANOS = 1e9;

  private final StringBuilder text = new StringBuilder();
  private final RunReport report;
  private final List<String> names;
  private final UnaryOperator<String> clean;

  private OpenMetricsReport(RunReport report, UnaryOperator<String> clean) {
    this.report = report;
    this.names = Names.unique(report.checks(), name -> SafeText.line(clean.apply(name)));
    this.clean = clean;
  }

  static String of(RunReport report, UnaryOperator<String> clean) {
    return new OpenMetricsReport(report, clean).text();
  }

  private String text() {
    checks("ok", "1 when the check holds, else 0.", each -> is(each, CheckOutcome.OK));
    checks("warning", "1 when the check is a warning.", each -> is(each, CheckOutcome.WARNING));
    checks("failed", "1 when the check does not hold.", each -> is(each, CheckOutcome.FAILED));
    checks("error", "1 when the check could not be told.", each -> is(each, CheckOutcome.ERROR));
    checks("value", "What was measured.", each -> each.value() instanceof Number n ? n : null);
    checks(
        "value_seconds",
        "The time that was measured.",
        each -> each.value() instanceof Duration span ? seconds(span) : null);
    checks("duration_seconds", "How long the check took.", each -> seconds(each.duration()));
    family("ams_shell_run_checks", "How many checks there were, by outcome.");
    count(CheckOutcome.OK, report.counts().ok());
    count(CheckOutcome.WARNING, report.counts().warnings());
    count(CheckOutcome.FAILED, report.counts().failed());
    count(CheckOutcome.ERROR, report.counts().errors());
    run("start_time_seconds", "When the run began.", report.started().toEpochMilli() / 1e3);
    run("end_time_seconds", "When the run ended.", report.ended().toEpochMilli() / 1e3);
    run("exit_code", "With what the run ended.", report.exitCode());
    return text.append("# EOF\n").toString();
  }

  private static int is(CheckResult check, CheckOutcome outcome) {
    return check.outcome() == outcome ? 1 : 0;
  }

  private static double seconds(Duration span) {
    return span.getSeconds() + span.getNano() / NANOS;
  }

  /** A family of which each check has a sample, but for those that have no value. */
  private void checks(String name, String help, Function<CheckResult, Number> value) {
    String family = "ams_shell_check_" + name;
    boolean isBegun = false;
    for (int i = 0; i < names.size(); i++) {
      Number sample = value.apply(report.checks().get(i));
      if (sample != null) {
        if (!isBegun) {
          family(family, help);
          isBegun = true;
        }
        sample(family, script() + ",check=" + label(names.get(i)), sample);
      }
    }
  }

  private void count(CheckOutcome outcome, int count) {
    sample("ams_shell_run_checks", script() + ",outcome=" + label(outcome.toString()), count);
  }

  private void run(String name, String help, Number value) {
    family("ams_shell_run_" + name, help);
    sample("ams_shell_run_" + name, script(), value);
  }

  private void family(String name, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(" gauge\n");
  }

  private void sample(String name, String labels, Number value) {
    text.append(name).append('{').append(labels).append("} ").append(value).append('\n');
  }

  private String script() {
    return "script=" + label(report.script());
  }

  /** A label's value, quoted; what is no character of a line is shown as its code. */
  private String label(String value) {
    String safe = SafeText.line(clean.apply(value));
    return '"' + safe.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
