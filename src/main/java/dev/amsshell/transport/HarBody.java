package dev.amsshell.transport;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.UnaryOperator;

/**
 * A body as a trace keeps it: text without secrets, or base 64 of what is no text.
 *
 * @param comment what was left out; empty when nothing was
 */
record HarBody(String text, boolean isBase64, String comment) {
  /** How much of a body is kept, in bytes. */
  static final int MOST = 256 << 10;

  /** How much more is looked at, so that no secret is cut in two. */
  private static final int MARGIN = 16 << 10;

  static HarBody of(byte[] body, UnaryOperator<String> clean) {
    int kept = Math.min(body.length, MOST + MARGIN);
    String text = text(body, kept);
    if (text == null) {
      return ofBytes(body, clean);
    }
    String cleaned = clean.apply(text);
    if (body.length <= MOST) {
      return new HarBody(cleaned, false, "");
    }
    // what is cut off is longer than any secret, whatever was masked before it
    int end = Math.max(0, Math.min(MOST, cleaned.length() - (body.length > kept ? MARGIN : 0)));
    return new HarBody(
        cleaned.substring(0, end), false, "cut off: the whole body has " + body.length + " bytes");
  }

  private static HarBody ofBytes(byte[] body, UnaryOperator<String> clean) {
    String bytes = new String(body, StandardCharsets.ISO_8859_1);
    if (!clean.apply(bytes).equals(bytes)) {
      return new HarBody("", false, "left out: a secret is in these " + body.length + " bytes");
    }
    int kept = Math.min(body.length, MOST);
    String encoded = Base64.getEncoder().encodeToString(Arrays.copyOf(body, kept));
    return new HarBody(
        encoded,
        true,
        kept < body.length ? "cut off: the whole body has " + body.length + " bytes" : "");
  }

  /** The beginning of a body as text; null when it is none. */
  private static String text(byte[] body, int length) {
    int end = length;
    while (end < body.length && end > 0 && (body[end] & 0xc0) == 0x80) {
      end--;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(body, 0, end))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
