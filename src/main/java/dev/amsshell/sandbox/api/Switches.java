package dev.amsshell.sandbox.api;

/**
 * Where the evidence about the service does not agree, or there is none (wire sheet 11).
 *
 * @param shuffled whether rows come in no particular order unless one is asked for
 * @param nextLink whether a full page says where the next one is
 */
public record Switches(boolean shuffled, boolean nextLink) {

  /** Newest first, and no next links. */
  public static Switches standard() {
    return new Switches(false, false);
  }
}
