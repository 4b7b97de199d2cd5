package dev.amsshell.sandbox.signin;

import java.time.Clock;

/** The sign-ins of users, begun and done. They are the directory's and belong to no port. */
public final class Sessions {

  private final DeviceCodes devices;
  private final AuthorizationCodes codes;
  private final RefreshTokens refreshTokens;

  /** Nobody has signed in yet. */
  public Sessions(Clock clock) {
    this.devices = new DeviceCodes(clock);
    this.codes = new AuthorizationCodes(clock);
    this.refreshTokens = new RefreshTokens(clock);
  }

  /** Whoever has signed in must do so again when the access token has expired. */
  public void revokeRefreshTokens() {
    refreshTokens.revoke();
  }

  DeviceCodes devices() {
    return devices;
  }

  AuthorizationCodes codes() {
    return codes;
  }

  RefreshTokens refreshTokens() {
    return refreshTokens;
  }
}
