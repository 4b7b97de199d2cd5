package dev.amsshell.transport;

import dev.amsshell.config.Cloud;
import dev.amsshell.config.Endpoint;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides where a redirect may take a token (design: safety). Within a known cloud it may go
 * anywhere under the cloud's own suffix; from the old common entry also to its cluster hosts (wire
 * sheet 3); from any other endpoint to the same host alone. A profile may name more hosts.
 *
 * @param configured the endpoint the token was configured with
 * @param more hosts that may have the token, too: names, {@code *.suffix} for all below it, each on
 *     port 443 unless one is named; over https alone
 */
record RedirectRules(Endpoint configured, Set<String> more) {
  /** Where every account could once be asked for. */
  static final String COMMON_ENTRY = "media.windows.net";

  private static final Pattern CLUSTER = Pattern.compile("wams[a-z0-9]+rest-hs\\.cloudapp\\.net");
  private static final int HTTPS_PORT = 443;

  RedirectRules {
    more = Set.copyOf(more);
  }

  /**
   * The root that a redirect names.
   *
   * @param current the root that answered
   * @param location the answer's Location header; may be null
   * @param asked the path and query that were asked for below the root; a server that redirects
   *     them along with the root means the root
   * @throws RedirectRefused when the token must not go there
   */
  Endpoint adopt(Endpoint current, String location, String asked) {
    URI target = target(current, location, asked);
    boolean secure = "https".equalsIgnoreCase(target.getScheme());
    boolean clear = "http".equalsIgnoreCase(target.getScheme()) && configured.isLoopback();
    if (target.getRawQuery() != null || target.getRawFragment() != null) {
      throw new RedirectRefused(
          "%s redirects to %s, which is not the root of an API"
              .formatted(current.authority(), describe(target) + target.getRawPath()),
          "Configure the root of the API as the endpoint yourself.");
    }
    if (target.getRawUserInfo() != null || !(secure || clear) || !mayGo(target, secure)) {
      throw new RedirectRefused(
          "%s redirects to %s, where the token of %s must not go; nothing was sent there"
              .formatted(current.authority(), describe(target), configured.authority()),
          "If the account has moved there, add its host to redirect-hosts in the profile.");
    }
    return Endpoint.parse(target.toString(), "the redirect");
  }

  private boolean mayGo(URI target, boolean secure) {
    String from = configured.root().getHost();
    String host = target.getHost().toLowerCase(Locale.ROOT);
    int port = port(target);
    if (port < 1 || port > 65535) {
      return false;
    }
    if (more.stream().anyMatch(pattern -> HostPattern.matches(pattern, target))) {
      return true;
    }
    if (host.equals(from)) {
      return configured.isLoopback() || port == port(configured.root());
    }
    if (port != HTTPS_PORT || !secure) {
      return false;
    }
    Optional<Cloud> cloud = Cloud.ofHost(host);
    return from.equals(COMMON_ENTRY)
        ? CLUSTER.matcher(host).matches() || cloud.equals(Optional.of(Cloud.GLOBAL))
        : cloud.isPresent() && cloud.equals(Cloud.ofHost(from));
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
    return "https".equalsIgnoreCase(uri.getScheme()) ? HTTPS_PORT : 80;
  }

  private static String describe(URI target) {
    String port = target.getPort() < 0 ? "" : ":" + target.getPort();
    return target.getScheme() + "://" + target.getHost() + port;
  }
}
