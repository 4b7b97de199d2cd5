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

  /**
   * What to do about somebody who is no person, and may have no role.
   *
   * @param bearer who it is, such as {@code application ID}
   */
  static String giveRole(String bearer) {
    return ("The %s may have no role on this account: give it Contributor or Owner (Azure portal,"
            + " access control of the Media Services account).")
        .formatted(bearer);
  }
}
