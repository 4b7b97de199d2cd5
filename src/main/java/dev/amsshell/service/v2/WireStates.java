package dev.amsshell.service.v2;

import dev.amsshell.job.JobState;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** State codes of jobs and tasks (wire sheet 4.1, 4.2). */
final class WireStates {
  private static final List<JobState> BY_CODE =
      List.of(
          JobState.QUEUED,
          JobState.SCHEDULED,
          JobState.PROCESSING,
          JobState.FINISHED,
          JobState.ERROR,
          JobState.CANCELED,
          JobState.CANCELING);

  private static final Pattern UNKNOWN = Pattern.compile("Unknown\\((-?\\d{1,9})\\)");

  private WireStates() {}

  /** The state of a code as it stands in the answer; a code nobody has seen is kept as unknown. */
  static JobState parse(String code) {
    if (code == null || code.isBlank()) {
      return JobState.unknown("missing");
    }
    String trimmed = code.strip();
    for (int i = 0; i < BY_CODE.size(); i++) {
      if (trimmed.equals(Integer.toString(i))) {
        return BY_CODE.get(i);
      }
    }
    return JobState.unknown(trimmed);
  }

  /** The code of a state as it is written in a filter; empty when it has none. */
  static String code(JobState state) {
    int known = BY_CODE.indexOf(state);
    if (known >= 0) {
      return Integer.toString(known);
    }
    Matcher unknown = UNKNOWN.matcher(state.name());
    return unknown.matches() ? unknown.group(1) : "";
  }
}
