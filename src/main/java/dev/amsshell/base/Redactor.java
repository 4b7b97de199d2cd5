package dev.amsshell.base;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Removes secrets from text that is about to be shown, logged or kept. It knows the exact secrets
 * of the process, in the spellings they travel in, and the usual patterns of tokens and keys.
 */
public final class Redactor {
  private static final String MASK = "***";

  /** What each text holds, in small letters, that one of the patterns matches. */
  private static final List<String> HINTS =
      List.of(
          "eyj",
          "hmacsha256",
          "bearer",
          "authorization",
          "cookie",
          "code=",
          "code_v",
          "device_code",
          "0.a",
          "1.a",
          "client_",
          "token",
          "passw",
          "passphrase",
          "secret",
          "sig",
          "key",
          "==",
          "q~",
          "://",
          "ghp_",
          "ghu_",
          "ghr_",
          "gho_",
          "ghs_",
          "github_pat_");

  /** Shorter secrets would mask ordinary words; no real token is that short. */
  private static final int SHORTEST = 6;

  /** Every spelling of each secret, the longest first: one may be the beginning of another. */
  private volatile List<String> spellings = List.of();

  /** Remembers a secret of this process. */
  public synchronized void learn(String secret) {
    if (secret == null || secret.strip().length() < SHORTEST) {
      return;
    }
    spellings =
        Stream.concat(spellings.stream(), Spellings.of(secret.strip()))
            .filter(spelling -> spelling.length() >= SHORTEST)
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
  }

  /** The text without any secret. */
  public String redact(String text) {
    return redact(text, Patterns.ALL);
  }

  /**
   * Program text without what is a secret by itself. What a name is set to is left alone, since
   * that is mostly an expression; the text of its strings is better given to {@link #redact}.
   */
  public String redactCode(String code) {
    return redact(code, Patterns.SHAPES);
  }

  private String redact(String text, List<Pattern> patterns) {
    if (text == null || text.isEmpty()) {
      return text;
    }
    String clean = text;
    for (String spelling : spellings) {
      clean = clean.replace(spelling, MASK);
    }
    if (mayMatch(clean)) {
      for (Pattern pattern : patterns) {
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

  /** Compiled on first use: most runs end without redacting anything. */
  private static final class Patterns {
    /** Secrets that can be told by how they look. */
    static final List<Pattern> SHAPES =
        List.of(
            // JSON web tokens
            Pattern.compile("()\\beyJ[\\w-]{8,}\\.[\\w-]{4,}(?:\\.[\\w-]*)?"),
            // simple web tokens (wire sheet 1.3), plain and url-encoded
            Pattern.compile(
                "(?i)()http(?::|%3a)(?:/|%2f){2}schemas\\S*HMACSHA256(?:=|%3d)[^\\s\"']+"),
            Pattern.compile("(?i)(HMACSHA256(?:=|%3d))[^\\s&\"']+"),
            Pattern.compile("(?i)(\\bBearer\\s+)[\\w%+/=.~-]{6,}"),
            Pattern.compile(
                "(?i)(\\bAuthorization[\"']?\\s*[:=,]\\s*[\"']?(?:Basic|NTLM|Negotiate|Digest)\\s+)"
                    + "[^\\r\\n\"']{4,}"),
            // what Azure Active Directory gives out to sign in again with
            Pattern.compile("()(?<![\\w.])[01]\\.A[\\w-]{30,}(?:\\.[\\w-]+)*"),
            // addresses: shared access signatures, and passwords before the host
            Pattern.compile("(?i)([?&;]sig=)[^\\s&\"',;}]+"),
            Pattern.compile("(://[^\\s/:@\"']*:)[^\\s/@\"']+(?=@)"),
            // keys of storage accounts: 64 bytes in base 64
            Pattern.compile("()(?<![\\w+/])[A-Za-z0-9+/]{86}==(?![\\w+/=])"),
            // client secrets of Azure Active Directory
            Pattern.compile("()(?<![\\w~.-])[\\w~.-]{3}[0-9]Q~[\\w~.-]{31,34}(?![\\w~.-])"),
            // as a shell takes it, such as when the line was meant for another window
            Pattern.compile(
                "(\\b[A-Z][A-Z0-9_]*(?:TOKEN|SECRET|PASSWORD|PASSWD|_KEY)=[\"']?)[^\\s\"'=(]+"),
            Pattern.compile("()\\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\\w{22,})"),
            Pattern.compile(
                "(-----BEGIN [A-Z ]*PRIVATE KEY-----)(?!\\*\\*\\*)"
                    + "(?s:.*?)(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)"));

    /** What is set to a secret in a form, a header, JSON or a command. */
    private static final List<Pattern> SETTINGS =
        List.of(
            Pattern.compile(
                "(?i)((?:\\bsig|client_assertion|code_verifier|device_code|_token|secret|password|passwd"
                    + "|passphrase"
                    + "|(?:api|access|account|private|subscription)[_-]?key)"
                    + "[\"']?\\s*[=:]\\s*[\"']?)[^\\s&\"',;}]+"),
            Pattern.compile(
                "(?i)(\\btoken[\"']?\\s*[=:]\\s*[\"']?)(?=[^\\s&\"',;}]{8})(?=\\S*\\d)[^\\s&\"',;}]+"),
            // long enough to be what a person has just signed in with, and no number of an error
            Pattern.compile("(?i)((?:^|[?&\\s\"'])code=)(?=[^\\s&\"']*\\d)[\\w.~%+/-]{20,}"),
            Pattern.compile(
                "(?i)(\\b(?:Set-)?Cookie[\"']?\\s*[:,]\\s*[\"']?)(?=[^\\s=;\"']+=)[^\\r\\n\"']+"),
            // options of commands, not set from a variable
            Pattern.compile(
                "(?i)(--[\\w-]{0,40}(?:secret|password|token|api-key|account-key)[\\s=]\\s*[\"']?)"
                    + "[^\\s\"'$-][^\\s\"']*"));

    static final List<Pattern> ALL = Stream.concat(SHAPES.stream(), SETTINGS.stream()).toList();
  }
}
