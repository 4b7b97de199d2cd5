package dev.amsshell.auth;

import dev.amsshell.config.Secret;
import dev.amsshell.transport.TokenSource;
import java.util.Objects;

/**
 * A token that was given ready-made, a JWT or an old SWT; it is sent as it is and never renewed.
 */
public final class FixedToken implements TokenSource {
  private final Secret token;

  public FixedToken(Secret token) {
    this.token = Objects.requireNonNull(token, "token is null");
  }

  @Override
  public String token() {
    return token.reveal();
  }

  @Override
  public String toString() {
    return "FixedToken";
  }
}
