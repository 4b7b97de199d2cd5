package dev.amsshell.sandbox.signin;

import dev.amsshell.sandbox.http.JsonObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * A JSON web token that was taken apart.
 *
 * @param signed the text that the signature covers
 */
record Jwt(
    Map<String, Object> header, Map<String, Object> claims, String signed, byte[] signature) {

  /**
   * @throws IllegalArgumentException when the text has not the form of one
   */
  static Jwt parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("a JSON web token has three parts");
    }
    return new Jwt(
        object(parts[0]),
        object(parts[1]),
        parts[0] + "." + parts[1],
        Base64.getUrlDecoder().decode(parts[2]));
  }

  /** Says only of what kind it is. */
  @Override
  public String toString() {
    return "Jwt[" + header.get("alg") + "]";
  }

  /** The two parts that are to be signed. */
  static String unsigned(Map<String, ?> header, Map<String, ?> claims) {
    return encode(header) + "." + encode(claims);
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String encode(Map<String, ?> object) {
    return encode(JsonObjects.write(object).getBytes(StandardCharsets.UTF_8));
  }

  /** A claim as text, empty without it. */
  String text(String claim) {
    return claims.get(claim) instanceof String text ? text : "";
  }

  /**
   * A point in time in Unix seconds; the PHP client writes it as a string (wire sheet 1.2).
   *
   * @throws IllegalArgumentException when there is none
   */
  long seconds(String claim) {
    Object value = claims.get(claim);
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    if (value instanceof String text) {
      return Long.parseLong(text);
    }
    throw new IllegalArgumentException("no time in " + claim);
  }

  private static Map<String, Object> object(String part) {
    try {
      return JsonObjects.read(Base64.getUrlDecoder().decode(part));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
