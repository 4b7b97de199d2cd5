package dev.amsshell.sandbox.http;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of the sandbox in the spelling the client uses: a client may only be sent on to the
 * host it trusts, and an assertion repeats the address it is for.
 */
public final class Site {

  private static final Pattern AUTHORITY =
      Pattern.compile("([\\w.-]+|\\[[\\da-fA-F:]+])(?::(\\d+))?");

  private final URI home;

  /**
   * @param home the address for clients that send no usable Host header; its scheme is everybody's
   */
  public Site(URI home) {
    this.home = home;
  }

  /** Scheme, host and port, without a slash behind. */
  public String root(Request request) {
    return home.getScheme() + "://" + authority(request);
  }

  /** Host and port. */
  public String authority(Request request) {
    Matcher host = host(request);
    return host.matches() ? host.group() : home.getAuthority();
  }

  /** The root of the API at another port of the same host. */
  public String apiRoot(Request request, int port) {
    Matcher host = host(request);
    String name = host.matches() ? host.group(1) : home.getHost();
    return home.getScheme() + "://" + name + ":" + port + "/api/";
  }

  private static Matcher host(Request request) {
    return AUTHORITY.matcher(request.headers().get("Host").orElse(""));
  }
}
