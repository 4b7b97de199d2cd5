package dev.amsshell.service;

import dev.amsshell.base.Failure;
import dev.amsshell.job.Change;

/** A job is in no state in which the service does that to it, so that nothing was done. */
public final class ChangeRefused extends Failure {
  /**
   * @param id of the job
   * @param obstacle the service's rule, and the state that the job is in
   */
  public ChangeRefused(Change change, String id, String obstacle) {
    super(Kind.SERVICE, "cannot %s: %s".formatted(change.of("job " + id), obstacle), "", null);
  }
}
