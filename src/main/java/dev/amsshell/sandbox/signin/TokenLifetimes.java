package dev.amsshell.sandbox.signin;

import java.time.Duration;

/**
 * How long tokens are accepted.
 *
 * @param access a token that was given out, null for the usual time of whoever gives it out
 * @param fixed the token the sandbox was started with, null for as long as it runs
 */
public record TokenLifetimes(Duration access, Duration fixed) {

  /** An hour, as the directory's samples say (wire sheet 1.2). */
  private static final Duration DIRECTORY = Duration.ofHours(1);

  /** Six hours (wire sheet 1.3). */
  private static final Duration ACCESS_CONTROL = Duration.ofHours(6);

  /** The usual times; the fixed token for ever. */
  public static TokenLifetimes standard() {
    return new TokenLifetimes(null, null);
  }

  /** How long a token of the directory or of a managed identity is accepted. */
  Duration ofDirectory() {
    return access == null ? DIRECTORY : access;
  }

  /** How long a token of the old access control service is accepted. */
  Duration ofAccessControl() {
    return access == null ? ACCESS_CONTROL : access;
  }
}
