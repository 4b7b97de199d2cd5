package dev.amsshell.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hosts that are reached without a proxy, as {@code NO_PROXY} names them: names with all that is
 * below them, with or without a leading dot; addresses; ranges such as {@code 10.0.0.0/8}; each
 * with a port or without; or {@code *} for all. Names are not resolved.
 *
 * @param list separated by commas or spaces
 */
record DirectHosts(String list) {
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");

  private static final Pattern RANGE = Pattern.compile("\\[?([^]/]+)]?/(\\d{1,3})");

  /** An address in brackets or a name, each perhaps with a port; or an address with colons. */
  private static final Pattern ENTRY =
      Pattern.compile("(?:\\[(?<address>[^]]+)]|(?<name>[^:]+))(?::(?<port>\\d+))?|(?<bare>.*)");

  /** Whether no proxy is asked for that host, which is this machine or one of the list. */
  boolean contains(String name, int port) {
    String host = name.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
    byte[] address = address(host);
    return isThisMachine(host, address)
        || Stream.of(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
            .anyMatch(entry -> matches(entry, host, address, port));
  }

  private static boolean isThisMachine(String host, byte[] address) {
    try {
      return host.equals("localhost")
          || address != null && InetAddress.getByAddress(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of " + address.length + " bytes", e);
    }
  }

  private static boolean matches(String entry, String host, byte[] address, int port) {
    Matcher range = RANGE.matcher(entry);
    if (range.matches()) {
      return isInRange(address, address(range.group(1)), Integer.parseInt(range.group(2)));
    }
    Matcher parts = ENTRY.matcher(entry);
    if (!parts.matches() || parts.group("port") != null && !parts.group("port").equals("" + port)) {
      return false;
    }
    String named =
        Stream.of("address", "name", "bare")
            .map(parts::group)
            .filter(g -> g != null)
            .findFirst()
            .get();
    if (address != null && !named.equals("*")) {
      return Arrays.equals(address, address(named));
    }
    String suffix = named.replaceFirst("^\\*?\\.", "");
    return named.equals("*")
        || !suffix.isEmpty() && (host.equals(suffix) || host.endsWith("." + suffix));
  }

  private static boolean isInRange(byte[] address, byte[] start, int bits) {
    if (address == null
        || start == null
        || start.length != address.length
        || bits > 8 * start.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      if (((address[bit / 8] ^ start[bit / 8]) & 0x80 >> bit % 8) != 0) {
        return false;
      }
    }
    return true;
  }

  /** The bytes of an address that is written out; null for a name. */
  private static byte[] address(String host) {
    try {
      return IPV4.matcher(host).matches() || host.contains(":") && host.matches("[0-9a-f:.]+")
          ? InetAddress.getByName(host).getAddress()
          : null;
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
