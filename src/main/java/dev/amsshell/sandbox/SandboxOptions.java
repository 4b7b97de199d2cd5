package dev.amsshell.sandbox;

/**
 * How a sandbox is set up.
 *
 * @param port the port on 127.0.0.1, 0 for any free one
 * @param seed what the account is drawn from: the same seed gives the same account
 * @param speed how many times faster than in real life jobs do their work
 * @param token the bearer token to accept, null for a random one
 */
public record SandboxOptions(int port, long seed, double speed, String token) {

  /** Checks what can be checked without opening a port. */
  public SandboxOptions {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("a port is between 0 and 65535, not " + port);
    }
    if (!(speed > 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("the speed is a number above 0, not " + speed);
    }
    if (token != null && token.isBlank()) {
      throw new IllegalArgumentException("the token must not be blank");
    }
  }

  /** Any free port, a fixed seed, a minute of work done in a second, a random token. */
  public static SandboxOptions defaults() {
    return new SandboxOptions(0, 42, 60, null);
  }

  /** Says everything but the token. */
  @Override
  public String toString() {
    return "SandboxOptions[port=" + port + ", seed=" + seed + ", speed=" + speed + "]";
  }
}
