package dev.amsshell.transport;

/** Where the bearer token of the next request comes from. Safe for use by several threads. */
@FunctionalInterface
public interface TokenSource {
  /** A token that should be valid now. */
  String token();

  /**
   * What to send once more after a token was refused: a fresh one where there is a way to get one,
   * else the same.
   */
  default String renewed(String refused) {
    return token();
  }

  /**
   * What a person is to know and to do when the service refuses such a token; a sentence or two.
   */
  default String whenRefused() {
    return "It may have expired, or belong to another account.";
  }
}
