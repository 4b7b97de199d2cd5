package dev.amsshell.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal. */
public final class Digest {
  private Digest() {}

  public static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Of several texts; where one ends and the next begins makes a difference. */
  public static String of(String... texts) {
    StringBuilder all = new StringBuilder();
    for (String text : texts) {
      all.append(text.length()).append(':').append(text);
    }
    return of(all.toString().getBytes(StandardCharsets.UTF_8));
  }
}
