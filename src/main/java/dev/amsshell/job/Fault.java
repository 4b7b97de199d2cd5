package dev.amsshell.job;

import java.util.Objects;

/**
 * One thing that went wrong in a task, in the service's own words.
 *
 * @param code the service's code; codes are an open set
 * @param message the service's message; may be empty
 * @param retry whether the dialect holds that trying again may help
 * @param origin whose fault the dialect holds it to be
 * @param task the name of the task, or its id when it has no name
 */
public record Fault(String code, String message, Retry retry, Origin origin, String task) {
  public Fault {
    Objects.requireNonNull(code, "code is null");
    Objects.requireNonNull(message, "message is null");
    Objects.requireNonNull(retry, "retry is null");
    Objects.requireNonNull(origin, "origin is null");
    Objects.requireNonNull(task, "task is null");
  }

  @Override
  public String toString() {
    return "%s: %s (task '%s', retry: %s)".formatted(code, message, task, retry);
  }
}
