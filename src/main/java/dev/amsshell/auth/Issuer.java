package dev.amsshell.auth;

/** Gives out tokens. Asks the directory, or a cache that outlives the process. */
interface Issuer {
  /**
   * A token.
   *
   * @param isFresh whether one that was given out before will not do
   * @throws SignInRefused when there is none to be had
   */
  Issued issue(boolean isFresh);

  /** What to do when the service refuses such a token. */
  String whenRefused();
}
