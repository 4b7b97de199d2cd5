package dev.amsshell.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One task of a job at one moment.
 *
 * @param id the service's id of the task
 * @param name may be null
 * @param state what it is doing
 * @param progress percent done, 0 to 100; may jump, stay at 0 or stick at 100
 * @param priority inherited from the job
 * @param started when work began; null before
 * @param ended when it reached its final state; null before
 * @param runningDuration processor time, not wall time
 * @param processor the id of the media processor
 * @param configuration the preset's name or text; null when it is protected
 * @param configurationProtected whether the service holds the configuration only as cipher text
 * @param options the service's option flags
 * @param body the service's XML of inputs and outputs
 * @param errors what went wrong; empty on success and on cancel
 * @param history what happened, oldest first as the service tells it
 * @param performance the service's free text on performance; may be null
 * @param encryption how the configuration is encrypted; its parts are null when it is not
 * @param subscriptions who is told of changes
 */
public record Task(
    String id,
    String name,
    JobState state,
    double progress,
    int priority,
    Instant started,
    Instant ended,
    Duration runningDuration,
    String processor,
    String configuration,
    boolean configurationProtected,
    int options,
    String body,
    List<Fault> errors,
    List<TaskEvent> history,
    String performance,
    Encryption encryption,
    List<Subscription> subscriptions) {
  public Task {
    Objects.requireNonNull(id, "id is null");
    Objects.requireNonNull(state, "state is null");
    errors = List.copyOf(errors);
    history = List.copyOf(history);
    subscriptions = List.copyOf(subscriptions);
  }

  @Override
  public String toString() {
    return "%s %s %s%%".formatted(name == null ? id : name, state, progress);
  }
}
