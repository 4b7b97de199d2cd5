package dev.amsshell.sandbox.signin;

/**
 * Somebody who can sign in: an application, a user, or both in one.
 *
 * @param clientId the application id
 * @param secret its client secret, null without one
 * @param certificate the thumbprint of its certificate in hexadecimal, SHA-1 or SHA-256; null
 *     accepts any certificate
 * @param user the name a user signs in with, null for an application alone
 * @param password the user's password
 * @param role whether it is Contributor or Owner of the account; without it the API answers 401
 *     (wire sheet 1.2)
 * @param revoked whether the user's refresh tokens are revoked as soon as they are given out
 */
public record Principal(
    String clientId,
    String secret,
    String certificate,
    String user,
    String password,
    boolean role,
    boolean revoked) {

  /** Says neither secret nor password. */
  @Override
  public String toString() {
    return "Principal[" + clientId + (user == null ? "" : ", " + user) + "]";
  }
}
