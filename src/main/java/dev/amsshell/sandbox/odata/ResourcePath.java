package dev.amsshell.sandbox.odata;

import dev.amsshell.sandbox.http.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The path of a request, taken apart. It is percent-decoded as a whole first, because some clients
 * encode quotes, parentheses and even slashes (wire sheet 5.1), and empty segments are dropped,
 * because some clients double slashes (wire sheet 3).
 */
public final class ResourcePath {

  /**
   * A name, then perhaps parentheses, then perhaps a key in them: {@code 'x'}, {@code guid'x'} or
   * {@code Id='x'}. Names may begin with a dollar sign, as {@code $count} does.
   *
   * @param key null when there is none: {@code Jobs()} is {@code Jobs}
   */
  public record Segment(String name, String key) {}

  private final String path;
  private int at;

  private ResourcePath(String path) {
    this.path = path;
  }

  /**
   * @param raw the request target up to the question mark
   */
  public static List<Segment> parse(String raw) {
    // In a path, unlike in a query, a plus sign stands for itself.
    try {
      String path = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
      return new ResourcePath(path).segments();
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("The path has a malformed percent sign.");
    }
  }

  private List<Segment> segments() {
    List<Segment> segments = new ArrayList<>();
    while (at < path.length()) {
      if (!skip('/')) {
        segments.add(segment());
      }
    }
    return segments;
  }

  private Segment segment() {
    int from = at;
    while (at < path.length() && "/()'".indexOf(path.charAt(at)) < 0) {
      at++;
    }
    String name = path.substring(from, at);
    String key = null;
    if (skip('(') && !skip(')')) {
      key = key();
      require(skip(')'));
    }
    require(!name.isEmpty() && (at == path.length() || path.charAt(at) == '/'));
    return new Segment(name, key);
  }

  /**
   * A key in quotes, in which two quotes stand for one. Each type has one key only, so it does not
   * matter what its name is.
   */
  private String key() {
    String before = word();
    if (!before.isEmpty() && skip('=')) {
      before = word();
    }
    require((before.isEmpty() || before.equals("guid")) && skip('\''));
    StringBuilder key = new StringBuilder();
    while (true) {
      int quote = path.indexOf('\'', at);
      require(quote >= 0);
      key.append(path, at, quote);
      at = quote + 1;
      if (!skip('\'')) {
        return key.toString();
      }
      key.append('\'');
    }
  }

  private String word() {
    int from = at;
    while (at < path.length() && Character.isLetter(path.charAt(at))) {
      at++;
    }
    return path.substring(from, at);
  }

  private boolean skip(char wanted) {
    boolean found = at < path.length() && path.charAt(at) == wanted;
    if (found) {
      at++;
    }
    return found;
  }

  private void require(boolean condition) {
    if (!condition) {
      throw Refusal.badRequest(
          "Bad Request - Error in query syntax: the path does not parse at position " + at + ".");
    }
  }
}
