package dev.amsshell.base;

/**
 * Text from the service or from a script made harmless for a terminal: no escape sequence, control
 * character or bidirectional override survives; each is shown as its code instead.
 */
public final class SafeText {
  private SafeText() {}

  /** Neutralises everything but line breaks and tabs. */
  public static String block(String text) {
    return neutralise(text, true);
  }

  /** Neutralises line breaks and tabs too, so that the text stays on one line. */
  public static String line(String text) {
    return neutralise(text, false);
  }

  /** Whether a whole surrogate pair begins at a place. */
  public static boolean isPair(String text, int index) {
    return Character.isHighSurrogate(text.charAt(index))
        && index + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(index + 1));
  }

  private static String neutralise(String text, boolean keepLayout) {
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = isPair(text, i);
      boolean harmless = pair || !(isUnsafe(c) && !(keepLayout && (c == '\n' || c == '\t')));
      if (!harmless && safe == null) {
        safe = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (safe != null) {
        if (harmless) {
          safe.append(c);
        } else {
          appendCode(safe, c);
        }
      }
      if (pair) {
        i++;
        if (safe != null) {
          safe.append(text.charAt(i));
        }
      }
    }
    return safe == null ? text : safe.toString();
  }

  private static void appendCode(StringBuilder safe, char c) {
    switch (c) {
      case '\n' -> safe.append("\\n");
      case '\r' -> safe.append("\\r");
      case '\t' -> safe.append("\\t");
      default -> safe.append(String.format("\\u%04x", (int) c));
    }
  }

  private static boolean isUnsafe(char c) {
    return c < 0x20
        || c >= 0x7f && c < 0xa0
        || c == '\u061c'
        || c == '\u200e'
        || c == '\u200f'
        || c >= '\u2028' && c <= '\u202e'
        || c >= '\u2066' && c <= '\u2069'
        || c >= '\u2060' && c <= '\u206f'
        || c == '\ufeff'
        || Character.isSurrogate(c);
  }
}
