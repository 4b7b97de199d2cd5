package dev.amsshell.render;

import dev.amsshell.job.JobState;

/** States in the colours of traffic lights; only those that ask for a look have one. */
final class Colors {
  private static final String RESET = "\u001b[0m";

  private Colors() {}

  /**
   * @param state the name of a state
   * @param text what is shown of it
   */
  static String paint(String state, String text) {
    String code = code(state);
    return code.isEmpty() ? text : "\u001b[" + code + "m" + text + RESET;
  }

  private static String code(String state) {
    if (state.equals(JobState.ERROR.name())) {
      return "31";
    }
    if (state.equals(JobState.FINISHED.name())) {
      return "32";
    }
    if (state.equals(JobState.CANCELED.name()) || state.equals(JobState.CANCELING.name())) {
      return "33";
    }
    return state.equals(JobState.PROCESSING.name()) ? "36" : "";
  }
}
