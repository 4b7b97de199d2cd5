package dev.amsshell.sandbox.account;

/** The states of a job and of a task; the ordinal is the number on the wire (wire sheet 4.1). */
public enum JobState {
  QUEUED,
  SCHEDULED,
  PROCESSING,
  FINISHED,
  ERROR,
  CANCELED,
  CANCELING;

  int code() {
    return ordinal();
  }
}
