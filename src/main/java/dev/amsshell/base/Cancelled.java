package dev.amsshell.base;

/**
 * Thrown at the next checkpoint of work that was cancelled.
 *
 * <p>An {@link Error} without a stack, so that a script's {@code catch (e)} does not swallow it.
 */
public final class Cancelled extends Error {
  public Cancelled() {
    super("cancelled", null, false, false);
  }
}
