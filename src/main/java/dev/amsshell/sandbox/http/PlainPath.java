package dev.amsshell.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Paths as people write them: decoded, and every slash single (wire sheet 3). */
public final class PlainPath {

  private PlainPath() {}

  /** The plain form of an encoded path; one that cannot be decoded stays as it is. */
  public static String of(String path) {
    return decoded(path).replaceAll("/{2,}", "/");
  }

  /** Whether the path is one of the API. */
  public static boolean isApi(String path) {
    String plain = of(path).toLowerCase(Locale.ROOT);
    return plain.equals("/api") || plain.startsWith("/api/");
  }

  private static String decoded(String path) {
    try {
      // a plus is a plus in a path
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }
}
