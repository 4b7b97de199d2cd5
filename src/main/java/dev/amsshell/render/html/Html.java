package dev.amsshell.render.html;

import dev.amsshell.base.SafeText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Markup as it grows. Everything that is given to it is text or the value of an attribute: secrets
 * are taken out of it, characters that could mislead a reader are spelled, and those of the markup
 * are escaped, here and nowhere else.
 */
final class Html {
  private static final Pattern WORD_IN_CODE =
      Pattern.compile("(?<=\\p{Ll}{3})(?=\\p{Lu}\\p{Ll}{2})");

  private static final Set<String> VOID = Set.of("meta", "col", "br");

  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private final UnaryOperator<String> clean;

  Html(UnaryOperator<String> clean) {
    this.clean = clean;
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn; an attribute whose value is null is left out
   */
  Html open(String tag, Object... attributes) {
    text.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        text.append(' ').append(attributes[i]).append("=\"");
        text.append(escaped(SafeText.line(clean.apply(attributes[i + 1].toString())))).append('"');
      }
    }
    text.append('>');
    if (!VOID.contains(tag)) {
      open.push(tag);
    }
    return this;
  }

  /** Ends the element that was begun last. */
  Html close() {
    text.append("</").append(open.pop()).append('>');
    return this;
  }

  /** The same, and a line for those who read the source. */
  Html closeLine() {
    close();
    text.append('\n');
    return this;
  }

  /** Text on one line. */
  Html text(String words) {
    text.append(escaped(SafeText.line(clean.apply(words))));
    return this;
  }

  /** Text whose line breaks stay. Codes may be divided between the words they are made of. */
  Html lines(String words) {
    String escaped = escaped(SafeText.block(clean.apply(words.replace("\r\n", "\n"))));
    text.append(WORD_IN_CODE.matcher(escaped).replaceAll("<wbr>"));
    return this;
  }

  /** An element that holds nothing but text on one line. */
  Html element(String tag, String words, Object... attributes) {
    return open(tag, attributes).text(words).close();
  }

  /** Markup of our own, as it is. */
  Html raw(String markup) {
    text.append(markup);
    return this;
  }

  /** Text that no reader of HTML takes for markup, between tags and in quoted attributes. */
  static String escaped(String words) {
    StringBuilder safe = new StringBuilder(words.length() + 16);
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return text.toString();
  }
}
