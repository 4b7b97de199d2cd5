package dev.amsshell.sandbox.signin;

import java.time.Duration;
import java.time.Instant;

/** A token that is given out, and from when until when it is accepted. */
record Issue(String token, Instant from, Instant until) {

  /** Does not say the token. */
  @Override
  public String toString() {
    return "Issue[until=" + until + "]";
  }

  Issue with(String text) {
    return new Issue(text, from, until);
  }

  /** One second less than the whole, as in the samples (wire sheet 1.2). */
  long expiresIn() {
    return Math.max(0, Duration.between(from, until).toSeconds() - 1);
  }
}
