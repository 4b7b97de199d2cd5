package dev.amsshell.transport;

import dev.amsshell.base.Failure;

/** The service pointed somewhere the token must not go, or in circles; nothing was sent there. */
public final class RedirectRefused extends Failure {
  RedirectRefused(String message, String advice) {
    super(Kind.SERVICE, message, advice, null);
  }
}
