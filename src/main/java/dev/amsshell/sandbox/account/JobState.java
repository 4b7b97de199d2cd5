package dev.amsshell.sandbox.account;

/** The states of a job and of a task; the ordinal is the number on the wire (wire sheet 4.1). */
public enum JobState {
  QUEUED("Queued"),
  SCHEDULED("Scheduled"),
  PROCESSING("Processing"),
  FINISHED("Finished"),
  ERROR("Error"),
  CANCELED("Canceled"),
  CANCELING("Canceling");

  private final String wireName;

  JobState(String wireName) {
    this.wireName = wireName;
  }

  /** The number on the wire. */
  public int code() {
    return ordinal();
  }

  /** The name in messages. */
  public String wireName() {
    return wireName;
  }

  boolean isFinal() {
    return this == FINISHED || this == ERROR || this == CANCELED;
  }
}
