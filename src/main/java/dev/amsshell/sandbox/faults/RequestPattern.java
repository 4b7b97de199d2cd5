package dev.amsshell.sandbox.faults;

import dev.amsshell.sandbox.http.PlainPath;
import dev.amsshell.sandbox.http.Request;
import java.util.regex.Pattern;

/**
 * Which requests a rule concerns.
 *
 * @param method such as GET; null for any
 * @param path with {@code *} for anything, compared with the decoded path; null for any of the API
 */
public record RequestPattern(String method, String path) {

  /** Any request of the API. */
  public static final RequestPattern API = new RequestPattern(null, null);

  boolean matches(Request request) {
    return (method == null || method.equalsIgnoreCase(request.method()))
        && (path == null ? PlainPath.isApi(request.path()) : pathMatches(request));
  }

  private boolean pathMatches(Request request) {
    String expression = "\\Q" + path.replace("*", "\\E.*\\Q") + "\\E";
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
        .matcher(PlainPath.of(request.path()))
        .matches();
  }
}
