package dev.amsshell.service;

import dev.amsshell.base.Failure;
import dev.amsshell.job.JobId;

/** The service knows no job of that id. */
public final class NoSuchJob extends Failure {
  private final JobId id;

  public NoSuchJob(JobId id, String service) {
    super(
        Kind.NO_SUCH_JOB,
        "no such job: %s at %s".formatted(id, service),
        "Check the id and the account; records are purged after 90 days.",
        null);
    this.id = id;
  }

  /** The id that was asked for. */
  public JobId id() {
    return id;
  }
}
