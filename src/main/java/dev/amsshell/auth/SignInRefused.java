package dev.amsshell.auth;

import dev.amsshell.base.Failure;

/** The directory gives no token, or nobody has signed in. */
public final class SignInRefused extends Failure {
  SignInRefused(String message, String advice, Throwable cause) {
    super(Kind.AUTHENTICATION, message, advice, cause);
  }
}
