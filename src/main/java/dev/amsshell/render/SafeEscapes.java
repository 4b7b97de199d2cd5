package dev.amsshell.render;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.amsshell.base.SafeText;

/**
 * Has JSON escape all that could command a terminal, so that it is harmless there and still exact.
 */
final class SafeEscapes extends CharacterEscapes {
  private static final int DELETE = 0x7f;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] codes = standardAsciiEscapesForJSON();
    for (int c = 0; c < codes.length; c++) {
      if (codes[c] == ESCAPE_STANDARD || c == DELETE) {
        codes[c] = ESCAPE_CUSTOM;
      }
    }
    return codes;
  }

  @Override
  public SerializableString getEscapeSequence(int c) {
    if (Character.isSurrogate((char) c)) {
      return null;
    }
    // spells them as JSON does
    String text = String.valueOf((char) c);
    String safe = SafeText.line(text);
    return safe.equals(text) ? null : new SerializedString(safe);
  }
}
