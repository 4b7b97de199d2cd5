package dev.amsshell.base;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * Removes secrets from text that is about to be shown, logged or kept. It knows the exact secrets
 * of the process, in the spellings they travel in, and the usual patterns of tokens and keys.
 */
public final class Redactor {
  private static final String MASK = "***";

  /** What each text holds, in small letters, that one of the patterns matches. */
  private static final List<String> HINTS =
      List.of("eyj", "hmacsha256", "bearer", "client_", "_token", "password", "sig");

  /** Shorter secrets would mask ordinary words; no real token is that short. */
  private static final int SHORTEST = 6;

  private final List<String> secrets = new CopyOnWriteArrayList<>();

  /** Remembers a secret of this process. */
  public void learn(String secret) {
    if (secret == null || secret.strip().length() < SHORTEST) {
      return;
    }
    add(secret.strip());
    add(URLEncoder.encode(secret.strip(), StandardCharsets.UTF_8));
  }

  /** The text without any secret. */
  public String redact(String text) {
    if (text == null || text.isEmpty()) {
      return text;
    }
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, MASK);
    }
    if (mayMatch(clean)) {
      for (Pattern pattern : Patterns.ALL) {
        clean = pattern.matcher(clean).replaceAll("$1" + MASK);
      }
    }
    return clean;
  }

  /** Patterns take ten times as long, and most of what is shown holds nothing of the kind. */
  private static boolean mayMatch(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String hint : HINTS) {
      if (lower.contains(hint)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "Redactor";
  }

  private void add(String secret) {
    if (!secrets.contains(secret)) {
      secrets.add(secret);
    }
  }

  /** Compiled on first use: most runs end without redacting anything. */
  private static final class Patterns {
    static final List<Pattern> ALL =
        List.of(
            // JSON web tokens
            Pattern.compile("()\\beyJ[\\w-]{8,}\\.[\\w-]{4,}(?:\\.[\\w-]*)?"),
            // simple web tokens (wire sheet 1.3), plain and url-encoded
            Pattern.compile("(?i)()http(?::|%3a)(?:/|%2f){2}schemas\\S*HMACSHA256(?:=|%3d)\\S+"),
            Pattern.compile("(?i)(HMACSHA256(?:=|%3d))[^\\s&\"']+"),
            Pattern.compile("(?i)(\\bBearer\\s+)[\\w%+/=.~-]{6,}"),
            Pattern.compile(
                "(?i)(\\b(?:client_secret|client_assertion|access_token|refresh_token|password|sig)"
                    + "[\"']?\\s*[=:]\\s*[\"']?)[^\\s&\"',;}]+"));
  }
}
