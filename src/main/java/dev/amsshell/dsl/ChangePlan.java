package dev.amsshell.dsl;

import dev.amsshell.base.SafeText;
import dev.amsshell.job.Change;
import dev.amsshell.job.Job;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a word is about to change.
 *
 * @param change what is to be done to each job
 * @param where the service, for people
 * @param jobs as they were when they were looked at
 * @param leftOut those that it will not be done to
 */
public record ChangePlan(Change change, String where, List<Job> jobs, List<LeftOut> leftOut) {
  private static final int MOST_LINES = 20;
  private static final int LONGEST_NAME = 60;

  public ChangePlan {
    jobs = List.copyOf(jobs);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A job that is not changed.
   *
   * @param reason the service's rule, and the state that the job is in
   */
  public record LeftOut(Job job, String reason) {}

  /** The plan in some lines, for a person who is to permit it; harmless on a terminal. */
  public String summary() {
    List<String> lines = new ArrayList<>();
    lines.add(change.of(count(jobs.size())) + " at " + where + (jobs.isEmpty() ? "" : ":"));
    jobs.stream().limit(MOST_LINES).map(ChangePlan::line).forEach(lines::add);
    if (jobs.size() > MOST_LINES) {
      lines.add("  and %d more".formatted(jobs.size() - MOST_LINES));
    }
    Map<String, Integer> reasons = new LinkedHashMap<>();
    leftOut.forEach(each -> reasons.merge(each.reason(), 1, Integer::sum));
    reasons.forEach((reason, jobs) -> lines.add("left out, %s: %s".formatted(count(jobs), reason)));
    return String.join("\n", lines.stream().map(SafeText::line).toList());
  }

  private static String line(Job job) {
    String name = job.name() == null ? "(no name)" : "'" + job.name() + "'";
    return "  %s  %-10s  %s".formatted(job.id(), job.state(), shortened(name));
  }

  /** A name can be as long as a book, and would hide what else there is to see. */
  private static String shortened(String name) {
    if (name.length() <= LONGEST_NAME) {
      return name;
    }
    int end = LONGEST_NAME - (SafeText.isPair(name, LONGEST_NAME - 1) ? 1 : 0);
    return name.substring(0, end) + "...'";
  }

  static String count(int jobs) {
    return jobs == 0 ? "no jobs" : jobs == 1 ? "1 job" : jobs + " jobs";
  }
}
