package dev.amsshell.sandbox.odata;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML in the literal form of the service: no white space between elements, and {@code <x />}
 * for an element without content (wire sheet 9).
 */
final class Xml {

  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>");

  private final Deque<String> open = new ArrayDeque<>();
  private boolean inStartTag;

  /** Begins an element. */
  Xml open(String name) {
    endStartTag();
    text.append('<').append(name);
    open.push(name);
    inStartTag = true;
    return this;
  }

  /** An attribute of the element that was just begun. */
  Xml attribute(String name, String value) {
    text.append(' ').append(name).append("=\"");
    escape(value, "&quot;");
    text.append('"');
    return this;
  }

  /** Text in the element; after an empty one it still has a start and an end. */
  Xml text(String content) {
    endStartTag();
    escape(content, "\"");
    return this;
  }

  /** Ends the innermost element. */
  Xml close() {
    String name = open.pop();
    if (inStartTag) {
      text.append(" />");
      inStartTag = false;
    } else {
      text.append("</").append(name).append('>');
    }
    return this;
  }

  /** All that was written. */
  @Override
  public String toString() {
    return text.toString();
  }

  private void endStartTag() {
    if (inStartTag) {
      text.append('>');
      inStartTag = false;
    }
  }

  /** Names and messages may hold anything, and not all of it is allowed in XML. */
  private void escape(String content, String quote) {
    content
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append(quote);
                // A reader would make a line feed of it.
                case '\r' -> text.append("&#xD;");
                default -> text.appendCodePoint(isCharacter(c) ? c : '?');
              }
            });
  }

  private static boolean isCharacter(int c) {
    return c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF
        || c == '\t'
        || c == '\n';
  }
}
