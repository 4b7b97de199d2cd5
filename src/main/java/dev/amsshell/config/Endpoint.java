package dev.amsshell.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The root of a service's API, such as {@code https://account.restv2.westus.media.azure.net/api/}.
 * Always ends in a slash, and is https unless its host is this very machine.
 *
 * @param root scheme, host, port and path
 */
public record Endpoint(URI root) {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");

  public Endpoint {
    Objects.requireNonNull(root, "root is null");
  }

  /**
   * Understands what a person configured.
   *
   * @param source what to call it in messages, such as {@code AMS_ENDPOINT}
   * @throws ConfigurationProblem when it is not an http(s) URL, carries more than a root, or would
   *     send a token in the clear to another machine
   */
  public static Endpoint parse(String text, String source) {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException e) {
      throw problem(source, "is not a URL: " + quoted(text));
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getRawUserInfo() != null) {
      throw problem(source, "must not carry a user name or password");
    }
    if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null) {
      throw problem(source, "is not an http or https URL: " + quoted(text));
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw problem(source, "must be a plain root, without '?' or '#': " + quoted(text));
    }
    if (uri.getPort() == 0 || uri.getPort() > 65535) {
      throw problem(source, "names a port that cannot be: " + uri.getPort());
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    if (scheme.equals("http") && !LOOPBACK.matcher(host).matches()) {
      throw new ConfigurationProblem(
          "%s would send the token unencrypted to %s".formatted(source, host),
          "Use https; plain http is only for this machine (localhost, 127.0.0.1, [::1]).");
    }
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return new Endpoint(
        URI.create(scheme + "://" + host + port + path + (path.endsWith("/") ? "" : "/")));
  }

  /** The host and, where one is given, the port. */
  public String authority() {
    return root.getRawAuthority();
  }

  /** Whether the host is this very machine. */
  public boolean isLoopback() {
    return LOOPBACK.matcher(root.getHost()).matches();
  }

  @Override
  public String toString() {
    return root.toString();
  }

  /** What was configured, without a password that may stand before the host. */
  private static String quoted(String text) {
    return "'" + text.strip().replaceAll("//[^/]*@", "//***@") + "'";
  }

  private static ConfigurationProblem problem(String source, String what) {
    return new ConfigurationProblem(
        source + " " + what,
        "Expected the root of an AMS v2 API, for example"
            + " https://ACCOUNT.restv2.REGION.media.azure.net/api/ or http://127.0.0.1:8080/api/.");
  }
}
