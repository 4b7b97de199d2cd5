package dev.amsshell.sandbox.signin;

import dev.amsshell.sandbox.http.Request;
import java.net.URI;
import java.util.regex.Pattern;

/** The address of the sandbox in the spelling the client uses, since assertions repeat it. */
final class Site {

  private static final Pattern AUTHORITY =
      Pattern.compile("[\\w.-]+(:\\d+)?|\\[[\\da-fA-F:]+](:\\d+)?");

  private final URI home;

  Site(URI home) {
    this.home = home;
  }

  /** Scheme, host and port, without a slash behind. */
  String root(Request request) {
    return home.getScheme() + "://" + authority(request);
  }

  /** Host and port. */
  String authority(Request request) {
    return request
        .headers()
        .get("Host")
        .filter(host -> AUTHORITY.matcher(host).matches())
        .orElse(home.getAuthority());
  }
}
