package dev.amsshell.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes multipart bodies apart (RFC 2046); lines may end with CRLF or LF. */
public final class Multipart {

  private static final Pattern BOUNDARY =
      Pattern.compile(
          "^\\s*multipart/\\w+\\s*;(?:.*;)?\\s*boundary=(?:\"([^\"]+)\"|([^\\s;\"]+))",
          Pattern.CASE_INSENSITIVE);

  private Multipart() {}

  /**
   * The parts between the boundaries; what is before the first or behind the last is of no concern.
   *
   * @param contentType the header that tells the boundary, null without one
   */
  public static List<BodyPart> parse(String contentType, byte[] body) {
    String delimiter = "--" + boundary(contentType);
    // One character for each byte, so that the text can be searched and given back unharmed.
    String text = new String(body, StandardCharsets.ISO_8859_1);
    List<BodyPart> parts = new ArrayList<>();
    int partStart = -1;
    int next;
    for (int line = 0; line < text.length(); line = next) {
      int lineEnd = text.indexOf('\n', line);
      next = lineEnd < 0 ? text.length() : lineEnd + 1;
      String behind =
          text.startsWith(delimiter, line)
              ? text.substring(line + delimiter.length(), next).strip()
              : null;
      if (behind == null || !behind.isEmpty() && !behind.equals("--")) {
        continue;
      }
      if (partStart >= 0) {
        parts.add(BodyPart.parse(text.substring(partStart, endOfPart(text, partStart, line))));
      }
      if (!behind.isEmpty()) {
        return parts;
      }
      partStart = next;
    }
    throw Refusal.badRequest("The batch ends before its closing boundary '" + delimiter + "--'.");
  }

  private static String boundary(String contentType) {
    Matcher match = BOUNDARY.matcher(contentType == null ? "" : contentType);
    if (!match.find()) {
      throw Refusal.badRequest("A batch needs a Content-Type of multipart/mixed with a boundary.");
    }
    return match.group(1) == null ? match.group(2) : match.group(1);
  }

  /** The line end before a boundary belongs to the boundary. */
  private static int endOfPart(String text, int start, int boundary) {
    int end = boundary;
    if (end > start && text.charAt(end - 1) == '\n') {
      end--;
    }
    if (end > start && text.charAt(end - 1) == '\r') {
      end--;
    }
    return end;
  }
}
