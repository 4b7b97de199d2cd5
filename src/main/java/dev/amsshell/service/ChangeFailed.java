package dev.amsshell.service;

import dev.amsshell.base.Failure;
import dev.amsshell.job.Change;
import dev.amsshell.job.JobId;

/** A change was sent, and either was not done, or nobody knows whether it was. */
public final class ChangeFailed extends Failure {
  private ChangeFailed(String message, String advice) {
    super(Kind.SERVICE, message, advice, null);
  }

  /**
   * It was not done, however often it was sent.
   *
   * @param why what came back the last time, and what was seen of the job then
   */
  public static ChangeFailed notDone(Change change, JobId id, String why) {
    return new ChangeFailed(
        "could not %s: %s".formatted(change.of("job " + id), why),
        "The service is busy or ailing; try again later.");
  }

  /**
   * Whether it was done is not known.
   *
   * @param why what came back, and why nothing can be seen of it
   */
  public static ChangeFailed unknown(Change change, JobId id, String why) {
    return new ChangeFailed(
        "it is not known whether this was done: %s. %s".formatted(change.of("job " + id), why),
        "Look before you repeat it: " + howToLook(change, id));
  }

  /** What to type to see whether a change was done. */
  public static String howToLook(Change change, JobId id) {
    String word =
        change instanceof Change.Delete
            ? "exists()"
            : change instanceof Change.Priority ? "priority" : "state";
    return "ams.job('%s').%s".formatted(id, word);
  }
}
