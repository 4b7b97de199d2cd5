package dev.amsshell.transport;

import dev.amsshell.base.Failure;
import dev.amsshell.config.Cloud;
import java.io.IOException;
import java.net.URI;

/** No usable answer came, although every retry was spent. */
public final class Unreachable extends Failure {
  private final boolean isTransient;

  private Unreachable(String message, String advice, IOException cause) {
    super(Kind.SERVICE, message, advice, cause);
    this.isTransient = Trouble.passes(cause);
  }

  /**
   * @param address what did not answer
   * @param attempts how often it was tried
   */
  static Unreachable at(URI address, int attempts, IOException cause) {
    return new Unreachable(
        "cannot reach %s: %s (%s)"
            .formatted(
                address.getRawAuthority(),
                Trouble.describe(cause),
                attempts == 1 ? "1 attempt" : attempts + " attempts"),
        advice(address, cause),
        cause);
  }

  private static String advice(URI address, IOException cause) {
    String check =
        cause instanceof ProxyTrouble
            ? "Check the proxy that the environment names (HTTPS_PROXY, NO_PROXY) and whether it"
                + " may reach %s.".formatted(address.getRawAuthority())
            : "Check the endpoint %s and the network between.".formatted(address);
    return isRetired(address.getHost()) && Trouble.isNobodyThere(cause)
        ? "This is an AMS v2 host; the service was retired on 30 June 2024. " + check
        : check;
  }

  private static boolean isRetired(String host) {
    return Cloud.ofHost(host).isPresent() || host.equals(RedirectRules.COMMON_ENTRY);
  }

  /**
   * Whether this may pass by itself, as an outage does and a certificate nobody trusts does not.
   */
  public boolean isTransient() {
    return isTransient;
  }
}
