package dev.amsshell.auth;

import java.time.Instant;

/**
 * A token that was given out.
 *
 * @param token the token itself
 * @param expires when it does, by this machine's clock
 * @param bearer whose it is, for people; empty when that is not known
 */
record Issued(String token, Instant expires, String bearer) {
  /** Does not say the token. */
  @Override
  public String toString() {
    return "Issued[until " + expires + "]";
  }
}
