package dev.amsshell.sandbox;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** How the addresses that a sandbox listens at are named to clients. */
final class Hosts {

  static final InetAddress LOOPBACK = loopback();

  private Hosts() {}

  /** A host that clients on this machine can go to; for any address, loopback is one of them. */
  static String host(InetAddress address, boolean tls) {
    if (address.equals(LOOPBACK) || address.isAnyLocalAddress()) {
      // certificates are usually made out to a name
      return tls ? "localhost" : "127.0.0.1";
    }
    if (address.isLoopbackAddress() && address instanceof Inet6Address) {
      return "[::1]";
    }
    String text = address.getHostAddress();
    return text.contains(":") ? "[" + text.replaceAll("%.*", "") + "]" : text;
  }

  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
