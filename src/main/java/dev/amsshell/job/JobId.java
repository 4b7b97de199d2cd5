package dev.amsshell.job;

import java.util.Objects;

/**
 * The full identity of a job. What the text means is known to the dialect of the service alone,
 * which also makes these values from what a person typed.
 *
 * @param text the id as the service writes it
 */
public record JobId(String text) {
  public JobId {
    Objects.requireNonNull(text, "text is null");
  }

  @Override
  public String toString() {
    return text;
  }
}
