package dev.amsshell.transport;

import dev.amsshell.config.Endpoint;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Decides where a redirect may take a token (design: safety). Within a known cloud it may go
 * anywhere under the cloud's own suffix; from the old common entry also to its cluster hosts (wire
 * sheet 3); from any other endpoint to the same host alone.
 */
final class RedirectRules {
  /** Suffixes of the known clouds' REST hosts (wire sheet 1.1). */
  private static final List<String> CLOUDS =
      List.of(
          ".media.azure.net",
          ".media.chinacloudapi.cn",
          ".media.usgovcloudapi.net",
          ".media.cloudapi.de");

  private static final String COMMON_ENTRY = "media.windows.net";
  private static final Pattern CLUSTER = Pattern.compile("wams[a-z0-9]+rest-hs\\.cloudapp\\.net");

  private RedirectRules() {}

  /**
   * The root that a redirect names.
   *
   * @param configured the endpoint the token was configured with; it alone decides
   * @param current the root that answered
   * @param location the answer's Location header; may be null
   * @param asked the path and query that were asked for below the root; a server that redirects
   *     them along with the root means the root
   * @throws RedirectRefused when the token must not go there
   */
  static Endpoint adopt(Endpoint configured, Endpoint current, String location, String asked) {
    URI target = target(current, location, asked);
    String host = target.getHost().toLowerCase(Locale.ROOT);
    boolean secure = "https".equalsIgnoreCase(target.getScheme());
    boolean clear = "http".equalsIgnoreCase(target.getScheme()) && configured.isLoopback();
    if (target.getRawQuery() != null || target.getRawFragment() != null) {
      throw new RedirectRefused(
          "%s redirects to %s, which is not the root of an API"
              .formatted(current.authority(), describe(target) + target.getRawPath()),
          "Configure the root of the API as the endpoint yourself.");
    }
    if (target.getRawUserInfo() != null || !(secure || clear) || !mayGo(configured, target, host)) {
      throw new RedirectRefused(
          "%s redirects to %s, where the token of %s must not go; nothing was sent there"
              .formatted(current.authority(), describe(target), configured.authority()),
          "If the account has moved there, configure that address as the endpoint yourself.");
    }
    return Endpoint.parse(target.toString(), "the redirect");
  }

  private static boolean mayGo(Endpoint configured, URI target, String host) {
    String from = configured.root().getHost();
    if (port(target) < 1 || port(target) > 65535) {
      return false;
    }
    if (host.equals(from)) {
      return configured.isLoopback() || port(target) == port(configured.root());
    }
    boolean standardPort = port(target) == 443;
    if (from.equals(COMMON_ENTRY)) {
      return standardPort && (CLUSTER.matcher(host).matches() || host.endsWith(CLOUDS.get(0)));
    }
    return standardPort
        && CLOUDS.stream().anyMatch(cloud -> from.endsWith(cloud) && host.endsWith(cloud));
  }

  private static URI target(Endpoint current, String location, String asked) {
    try {
      String named = location == null ? "" : location.strip();
      String root =
          named.endsWith("/" + asked) ? named.substring(0, named.length() - asked.length()) : named;
      URI target = current.root().resolve(new URI(root));
      if (location != null && !location.isBlank() && target.getHost() != null) {
        return target;
      }
    } catch (URISyntaxException e) {
      // falls through to the same refusal: it names no place to go
    }
    throw new RedirectRefused(
        "%s redirects to nowhere".formatted(current.authority()),
        "Check that the endpoint is the root of an AMS v2 API.");
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  private static String describe(URI target) {
    String port = target.getPort() < 0 ? "" : ":" + target.getPort();
    return target.getScheme() + "://" + target.getHost() + port;
  }
}
