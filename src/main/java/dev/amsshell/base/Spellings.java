package dev.amsshell.base;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The ways in which a secret is written where it travels: in addresses, JSON and base 64. */
final class Spellings {
  private static final Pattern HEX = Pattern.compile("%[0-9A-F]{2}");

  private Spellings() {}

  /** All of them, some perhaps twice. */
  static Stream<String> of(String secret) {
    return Stream.of(Stream.of(secret), percentEncoded(secret), inJson(secret), inBase64(secret))
        .flatMap(each -> each);
  }

  /** As forms are encoded and as addresses are, with digits of either case. */
  private static Stream<String> percentEncoded(String secret) {
    String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    String address = form.replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    return Stream.of(form, address)
        .flatMap(
            upper ->
                Stream.of(
                    upper,
                    HEX.matcher(upper).replaceAll(hex -> hex.group().toLowerCase(Locale.ROOT))));
  }

  private static Stream<String> inJson(String secret) {
    StringBuilder escaped = new StringBuilder();
    for (char c : secret.toCharArray()) {
      switch (c) {
        case '"', '\\' -> escaped.append('\\').append(c);
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\t' -> escaped.append("\\t");
        default -> escaped.append(c < 0x20 ? String.format("\\u%04x", (int) c) : c);
      }
    }
    String text = escaped.toString();
    return Stream.of(text, text.replace("/", "\\/"));
  }

  /**
   * The characters that are the same whatever stands before and after: in base 64 each stands for
   * six bits, so that it depends on how many bytes come before.
   */
  private static Stream<String> inBase64(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    return IntStream.range(0, 3)
        .boxed()
        .flatMap(
            before -> {
              byte[] shifted = new byte[before + bytes.length];
              System.arraycopy(bytes, 0, shifted, before, bytes.length);
              int from = (before * 8 + 5) / 6;
              int to = shifted.length * 8 / 6;
              return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                  .map(encoder -> encoder.encode(shifted))
                  .map(
                      code ->
                          new String(
                              Arrays.copyOfRange(code, from, to), StandardCharsets.US_ASCII));
            });
  }
}
