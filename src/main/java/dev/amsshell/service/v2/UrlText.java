package dev.amsshell.service.v2;

import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding that leaves alone what a query may hold, so that URLs stay short and legible.
 */
final class UrlText {
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:'(),$/@!*";
  private static final String HEX = "0123456789ABCDEF";

  private UrlText() {}

  /** The text as a part of a URL's path or query; half a surrogate pair becomes a question mark. */
  static String encode(String text) {
    StringBuilder url = new StringBuilder(text.length() + 32);
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
      if (PLAIN.indexOf(unit) >= 0) {
        url.append((char) unit);
      } else {
        url.append('%').append(HEX.charAt((unit & 0xff) >> 4)).append(HEX.charAt(unit & 0xf));
      }
    }
    return url.toString();
  }
}
