package dev.amsshell.render.page;

import dev.amsshell.job.JobState;

/** What a mark in a picture says of what it stands for; each place has its own colours for that. */
public enum Tone {
  /** Not begun. */
  WAITING,
  /** At work. */
  BUSY,
  /** Done as wished. */
  GOOD,
  /** Failed. */
  BAD,
  /** Stopped, or asking for a look. */
  WARN,
  /** Says nothing. */
  PLAIN;

  /** What a state says. */
  public static Tone of(JobState state) {
    if (state.equals(JobState.QUEUED) || state.equals(JobState.SCHEDULED)) {
      return WAITING;
    }
    if (state.equals(JobState.PROCESSING)) {
      return BUSY;
    }
    if (state.equals(JobState.FINISHED)) {
      return GOOD;
    }
    if (state.equals(JobState.ERROR)) {
      return BAD;
    }
    return state.equals(JobState.CANCELED) || state.equals(JobState.CANCELING) ? WARN : PLAIN;
  }
}
