package dev.amsshell.transport;

import dev.amsshell.config.ConfigurationProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * An HTTP proxy, and who it is told that asks.
 *
 * @param user null when it wants to know nobody
 * @param password null when there is no user
 */
record ProxyServer(String host, int port, String user, String password) {
  private static final int USUAL_PORT = 80;

  /**
   * Understands the value of an environment variable.
   *
   * @throws ConfigurationProblem when it is none; it never repeats the value, which may hold a
   *     password in a place where nobody expects it
   */
  static ProxyServer parse(String variable, String value) {
    URI uri;
    try {
      uri = new URI(value.contains("://") ? value : "http://" + value);
    } catch (URISyntaxException e) {
      throw problem(variable, "is not the address of a proxy");
    }
    if (!"http".equalsIgnoreCase(uri.getScheme())) {
      throw problem(variable, "names a proxy of a kind that is not supported");
    }
    boolean isBare = uri.getRawPath() == null || uri.getRawPath().matches("/?");
    if (uri.getHost() == null
        || !isBare
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || uri.getPort() == 0
        || uri.getPort() > 65535) {
      throw problem(variable, "is not the address of a proxy");
    }
    String host =
        uri.getHost().startsWith("[") ? uri.getHost().replaceAll("[\\[\\]]", "") : uri.getHost();
    int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
    if (uri.getRawUserInfo() == null) {
      return new ProxyServer(host, port, null, null);
    }
    String[] user = uri.getRawUserInfo().split(":", 2);
    return new ProxyServer(host, port, decoded(user[0]), user.length < 2 ? "" : decoded(user[1]));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static ConfigurationProblem problem(String variable, String what) {
    return new ConfigurationProblem(
        variable + " " + what,
        "Expected http://HOST:PORT or http://USER:PASSWORD@HOST:PORT, with percent-encoding for"
            + " special characters in the password.");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
