package dev.amsshell.transport;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which requests go through a proxy, by the environment variables that curl and Go obey: {@code
 * https_proxy}, else {@code all_proxy}, but for what {@code no_proxy} names; each in small letters
 * or else in capitals.
 *
 * <p>Plain http goes to this machine and its neighbours alone and never through a proxy, so {@code
 * http_proxy} has nothing to say. This machine itself is never asked for through a proxy.
 */
public final class Proxies {
  /** Every way is direct. */
  public static final Proxies NONE = new Proxies("", "", "");

  private final String variable;
  private final String address;
  private final String exceptions;

  private Proxies(String variable, String address, String exceptions) {
    this.variable = variable;
    this.address = address;
    this.exceptions = exceptions;
  }

  /** What the variables say. They are looked at closely when a proxy is needed. */
  public static Proxies of(Map<String, String> environment) {
    String exceptions =
        value(environment, "no_proxy").map(name -> environment.get(name)).orElse("");
    return Stream.of("https_proxy", "all_proxy")
        .map(name -> value(environment, name))
        .flatMap(Optional::stream)
        .findFirst()
        .map(name -> new Proxies(name, environment.get(name).strip(), exceptions))
        .orElse(NONE);
  }

  /** The name of the variable that has a value: in small letters, as curl prefers, or capitals. */
  private static Optional<String> value(Map<String, String> environment, String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT))
        .filter(each -> !Objects.requireNonNullElse(environment.get(each), "").isBlank())
        .findFirst();
  }

  /**
   * The proxy on the way to an address.
   *
   * @throws dev.amsshell.config.ConfigurationProblem when a variable names something else
   */
  Optional<ProxyServer> to(URI uri) {
    if (address.isEmpty() || !"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
      return Optional.empty();
    }
    int port = uri.getPort() < 0 ? 443 : uri.getPort();
    return new DirectHosts(exceptions).contains(uri.getHost(), port)
        ? Optional.empty()
        : Optional.of(ProxyServer.parse(variable, address));
  }

  /** Without passwords. */
  @Override
  public String toString() {
    return address.isEmpty() ? "no proxy" : "the proxy of " + variable;
  }
}
