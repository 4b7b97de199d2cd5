package dev.amsshell.sandbox;

import dev.amsshell.sandbox.scenario.Scenario;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/**
 * How a sandbox is set up.
 *
 * @param port the port, 0 for any free one
 * @param seed what the account and the faults are drawn from: the same seed gives the same
 * @param speed how many times faster than in real life jobs do their work
 * @param token the bearer token to accept, null for a random one
 * @param scenario what is in the account, and what goes wrong
 * @param address the address to listen at
 * @param tls the key to serve https with; without it http is served
 * @param log where a line for each request goes
 */
public record SandboxOptions(
    int port,
    long seed,
    double speed,
    String token,
    Scenario scenario,
    InetAddress address,
    Optional<SSLContext> tls,
    Optional<Consumer<String>> log) {

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

  /** An ordinary account, at 127.0.0.1 without TLS and without a log. */
  public SandboxOptions(int port, long seed, double speed, String token) {
    this(
        port,
        seed,
        speed,
        token,
        Scenario.standard(),
        Hosts.LOOPBACK,
        Optional.empty(),
        Optional.empty());
  }

  /** Any free port, a fixed seed, a minute of work done in a second, a random token. */
  public static SandboxOptions defaults() {
    return new SandboxOptions(0, 42, 60, null);
  }

  /** The same with another scenario. */
  public SandboxOptions with(Scenario other) {
    return new SandboxOptions(port, seed, speed, token, other, address, tls, log);
  }

  /** The same at another address. */
  public SandboxOptions at(InetAddress other) {
    return new SandboxOptions(port, seed, speed, token, scenario, other, tls, log);
  }

  /** The same over https with this key. */
  public SandboxOptions secured(SSLContext key) {
    return new SandboxOptions(port, seed, speed, token, scenario, address, Optional.of(key), log);
  }

  /** The same with a line for each request. */
  public SandboxOptions logging(Consumer<String> lines) {
    return new SandboxOptions(port, seed, speed, token, scenario, address, tls, Optional.of(lines));
  }

  /** Says everything but the token. */
  @Override
  public String toString() {
    return "SandboxOptions[port=" + port + ", seed=" + seed + ", speed=" + speed + "]";
  }
}
