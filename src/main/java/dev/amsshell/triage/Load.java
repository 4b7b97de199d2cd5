package dev.amsshell.triage;

import dev.amsshell.job.Capacity;
import dev.amsshell.service.MediaService;
import dev.amsshell.service.RequestRefused;

/**
 * How much of an account's capacity is in use.
 *
 * @param capacity null when the service does not say
 * @param working how many tasks are at work; null when the service does not say
 */
record Load(Capacity capacity, Long working) {
  /** Asks for it, in two requests. */
  static Load read(MediaService service) {
    Capacity capacity = service.capacity().orElse(null);
    return new Load(capacity, capacity == null ? null : working(service));
  }

  private static Long working(MediaService service) {
    try {
      return service.count(Question.working());
    } catch (RequestRefused refusal) {
      return null;
    }
  }

  boolean isKnown() {
    return capacity != null && working != null;
  }

  /** Whether nothing more can be begun. */
  boolean isFull() {
    return working >= capacity.units();
  }
}
