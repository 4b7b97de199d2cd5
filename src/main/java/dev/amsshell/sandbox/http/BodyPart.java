package dev.amsshell.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A part of a multipart body, or a message embedded in one: header fields, then content. */
record BodyPart(Headers headers, byte[] body) {

  /**
   * Takes text apart at its first blank line; without one, all of it is header.
   *
   * @param text one character for each byte
   */
  static BodyPart parse(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    String last = null;
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      String line = text.substring(at, end < 0 ? text.length() : end).stripTrailing();
      at = end < 0 ? text.length() : end + 1;
      if (line.isEmpty()) {
        break;
      }
      int colon = line.indexOf(':');
      if (last != null && Character.isWhitespace(line.charAt(0))) {
        // A long field may go on in the next line: mail libraries do it.
        fields.merge(last, " " + line.strip(), String::concat);
      } else if (colon > 0) {
        last = line.substring(0, colon).strip();
        fields.putIfAbsent(last, line.substring(colon + 1).strip());
      } else {
        throw Refusal.badRequest("A part of the batch has a malformed header field.");
      }
    }
    return new BodyPart(
        Headers.of(fields), text.substring(at).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The media type in lower case and without parameters, empty when the part does not tell. */
  public String mediaType() {
    String type = headers.get("Content-Type").orElse("");
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** The content, one character for each byte. */
  String text() {
    return new String(body, StandardCharsets.ISO_8859_1);
  }
}
