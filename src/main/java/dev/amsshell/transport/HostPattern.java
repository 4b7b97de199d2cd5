package dev.amsshell.transport;

import java.net.URI;
import java.util.Locale;

/**
 * A host of {@code redirect-hosts}: its name, or {@code *.} and the end of its name for all below
 * that, with a port unless that is 443.
 */
public final class HostPattern {
  private static final int HTTPS_PORT = 443;

  private HostPattern() {}

  /** Whether an address is one of them; only https can be. */
  public static boolean matches(String pattern, URI target) {
    if (!"https".equalsIgnoreCase(target.getScheme()) || target.getHost() == null) {
      return false;
    }
    String host = target.getHost().toLowerCase(Locale.ROOT);
    int port = target.getPort() < 0 ? HTTPS_PORT : target.getPort();
    String name = pattern.strip().toLowerCase(Locale.ROOT);
    int colon = name.indexOf(':', name.indexOf(']') + 1);
    String asked = colon < 0 ? String.valueOf(HTTPS_PORT) : name.substring(colon + 1);
    name = colon < 0 ? name : name.substring(0, colon);
    boolean isName =
        name.startsWith("*.") && name.length() > 2
            ? host.endsWith(name.substring(1)) && host.length() >= name.length()
            : host.equals(name);
    return isName && asked.equals(String.valueOf(port));
  }
}
