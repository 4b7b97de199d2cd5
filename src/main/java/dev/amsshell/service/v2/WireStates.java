package dev.amsshell.service.v2;

import dev.amsshell.job.JobState;
import java.util.List;

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

  /**
   * The code of a state as it is written in a filter; of one that nobody knows, what it came as.
   */
  static String code(JobState state) {
    int known = BY_CODE.indexOf(state);
    return known >= 0 ? Integer.toString(known) : state.name().replaceAll("[^0-9-]", "");
  }
}
