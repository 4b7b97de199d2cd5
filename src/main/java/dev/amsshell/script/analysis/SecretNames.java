package dev.amsshell.script.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names whose values are secrets. Only the end of a name counts: a {@code clientSecret} is one, a
 * {@code secretName} only tells of one.
 */
final class SecretNames {
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile(
          "[^\\p{L}\\p{N}]+"
              + "|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})"
              + "|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})"
              + "|(?<=\\p{L})(?=\\p{N})");

  private static final Set<String> SECRETS =
      Set.of(
          "authorization",
          "bearer",
          "connstr",
          "cookie",
          "credential",
          "credentials",
          "jwt",
          "pass",
          "passcode",
          "passwords",
          "pin",
          "pwd",
          "sas",
          "secrets",
          "sig",
          "signature",
          "swt");

  /** Also at the end of words that are written as one. */
  private static final List<String> SECRET_ENDINGS =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "secret",
          "token",
          "apikey",
          "accesskey",
          "accountkey",
          "privatekey",
          "connectionstring");

  private static final Set<String> SECRET_KEYS =
      Set.of(
          "access",
          "account",
          "api",
          "content",
          "encryption",
          "master",
          "primary",
          "private",
          "secondary",
          "secret",
          "shared",
          "signing",
          "storage",
          "subscription");

  private static final Set<String> SIGN_INS = Set.of("basic", "bearer", "password", "token");

  /** Words that add nothing at the end of a name. */
  private static final Set<String> FILLERS =
      Set.of(
          "base", "bytes", "chars", "current", "dev", "header", "new", "old", "plain", "prod",
          "raw", "str", "string", "test", "text", "value");

  /** A place in a list or a way to stop: a token, but none to keep to oneself. */
  private static final Set<String> HARMLESS_TOKENS =
      Set.of("cancellation", "continuation", "next", "page", "skip");

  private static final Set<String> QUESTIONS =
      Set.of("has", "is", "needs", "no", "requires", "uses");

  /** What is done with the name of a secret rather than with the secret. */
  private static final Set<String> LOOK_UPS =
      Set.of(
          "acquire",
          "delete",
          "fetch",
          "find",
          "generate",
          "get",
          "list",
          "load",
          "lookup",
          "read",
          "remove",
          "request",
          "resolve",
          "revoke");

  private SecretNames() {}

  /** Whether a variable, a property, a key or a type of this name holds a secret. */
  static boolean isSecret(String name) {
    List<String> words = words(name);
    if (words.size() > 1 && QUESTIONS.contains(words.get(0))) {
      return false;
    }
    while (!words.isEmpty() && !endsSecretly(words) && isFiller(words.get(words.size() - 1))) {
      words.remove(words.size() - 1);
    }
    return endsSecretly(words);
  }

  /** Whether a method of this name is given a secret. */
  static boolean takesSecret(String method) {
    List<String> words = words(method);
    return isSecret(method) && !(words.size() > 1 && LOOK_UPS.contains(words.get(0)));
  }

  private static boolean endsSecretly(List<String> words) {
    if (words.isEmpty()) {
      return false;
    }
    String last = words.get(words.size() - 1);
    String before = words.size() > 1 ? words.get(words.size() - 2) : "";
    return switch (last) {
      case "key" -> SECRET_KEYS.contains(before);
      case "string" -> before.equals("connection") || before.equals("conn");
      case "auth", "authentication" -> SIGN_INS.contains(before);
      case "header" -> before.equals("auth");
      case "token" -> !HARMLESS_TOKENS.contains(before);
      default -> SECRETS.contains(last) || SECRET_ENDINGS.stream().anyMatch(last::endsWith);
    };
  }

  private static boolean isFiller(String word) {
    return FILLERS.contains(word) || word.chars().allMatch(Character::isDigit);
  }

  private static List<String> words(String name) {
    List<String> words = new ArrayList<>(BETWEEN_WORDS.splitAsStream(name).toList());
    words.removeIf(String::isEmpty);
    words.replaceAll(word -> word.toLowerCase(Locale.ROOT));
    return words;
  }
}
