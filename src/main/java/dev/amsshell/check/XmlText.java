package dev.amsshell.check;

import dev.amsshell.base.SafeText;

/** Text of which every character may stand in XML 1.0; the others are shown as their codes. */
final class XmlText {
  private XmlText() {}

  static String of(String text) {
    String safe = SafeText.block(text);
    StringBuilder legal = new StringBuilder(safe.length());
    safe.codePoints()
        .forEach(c -> legal.appendCodePoint(isLegal(c) ? c : Character.toChars(0xfffd)[0]));
    return legal.toString();
  }

  /** Of what is no control character, which is dealt with before. */
  private static boolean isLegal(int c) {
    boolean isHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !isHalf && c != 0xfffe && c != 0xffff;
  }
}
