package dev.amsshell.auth;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a token expires, as it says itself; nobody but its reader is to rely on that. */
final class TokenExpiry {
  private static final Pattern JWT = Pattern.compile("\"exp\"\\s*:\\s*\"?(\\d{1,12})");

  /** Simple web tokens are url-encoded pairs (wire sheet 1.3). */
  private static final Pattern SWT =
      Pattern.compile("(?i)(?:^|&|%26)ExpiresOn(?:=|%3d)(\\d{1,12})");

  private TokenExpiry() {}

  /** The moment, or null when the token does not say. */
  static Instant of(String token) {
    Matcher swt = SWT.matcher(token);
    if (swt.find()) {
      return instant(swt.group(1));
    }
    String[] parts = token.split("\\.");
    if (parts.length < 2) {
      return null;
    }
    try {
      byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
      Matcher jwt = JWT.matcher(new String(claims, StandardCharsets.UTF_8));
      return jwt.find() ? instant(jwt.group(1)) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Instant instant(String seconds) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(seconds));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
