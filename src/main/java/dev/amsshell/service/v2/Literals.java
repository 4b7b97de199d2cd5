package dev.amsshell.service.v2;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Values in the notation of OData v3 (wire sheet 5.2), percent-encoded for a URL. */
final class Literals {
  private Literals() {}

  /** A string in single quotes; a quote within is doubled. */
  static String string(String value) {
    return "'" + encode(value.replace("'", "''")).replace("%27", "'") + "'";
  }

  private static String encode(String text) {
    // URLEncoder writes forms, where a space is a plus; a plus itself is %2B by then
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
