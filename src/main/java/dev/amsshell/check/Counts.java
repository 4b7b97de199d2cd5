package dev.amsshell.check;

import java.util.ArrayList;
import java.util.List;

/** How many checks there are, and how many came to what. */
public record Counts(int total, int ok, int warnings, int failed, int errors) {
  /** Counts them. */
  public static Counts of(List<CheckResult> checks) {
    return new Counts(
        checks.size(),
        count(checks, CheckOutcome.OK),
        count(checks, CheckOutcome.WARNING),
        count(checks, CheckOutcome.FAILED),
        count(checks, CheckOutcome.ERROR));
  }

  private static int count(List<CheckResult> checks, CheckOutcome outcome) {
    return (int) checks.stream().filter(each -> each.outcome() == outcome).count();
  }

  /** As in {@code 4 checks: 2 ok, 1 warning, 1 failed}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    add(parts, ok, "ok");
    add(parts, warnings, warnings == 1 ? "warning" : "warnings");
    add(parts, failed, "failed");
    add(parts, errors, errors == 1 ? "error" : "errors");
    String checks = total == 1 ? "1 check" : total + " checks";
    return parts.isEmpty() ? checks : checks + ": " + String.join(", ", parts);
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
