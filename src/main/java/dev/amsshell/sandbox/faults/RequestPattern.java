package dev.amsshell.sandbox.faults;

import dev.amsshell.sandbox.http.Glob;
import dev.amsshell.sandbox.http.PlainPath;
import dev.amsshell.sandbox.http.Request;

/**
 * Which requests a rule concerns.
 *
 * @param method such as GET; null for any
 * @param path with {@code *} for any text and {@code ?} for any character, compared with the
 *     decoded path; null for any of the API
 */
public record RequestPattern(String method, String path) {

  /** Any request of the API. */
  public static final RequestPattern API = new RequestPattern(null, null);

  boolean matches(Request request) {
    return (method == null || method.equalsIgnoreCase(request.method()))
        && (path == null
            ? PlainPath.isApi(request.path())
            : Glob.matches(path, PlainPath.of(request.path())));
  }
}
