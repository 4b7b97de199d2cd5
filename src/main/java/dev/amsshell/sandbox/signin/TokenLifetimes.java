package dev.amsshell.sandbox.signin;

import java.time.Duration;

/**
 * How long tokens are accepted.
 *
 * @param access a token that was given out
 * @param fixed the token the sandbox was started with, null for as long as it runs
 */
public record TokenLifetimes(Duration access, Duration fixed) {

  /** An hour, as the directory's samples say (wire sheet 1.2); the fixed token for ever. */
  public static TokenLifetimes standard() {
    return new TokenLifetimes(Duration.ofHours(1), null);
  }
}
