package dev.amsshell.transport;

import java.util.Locale;
import java.util.Set;

/**
 * A header of a request or an answer.
 *
 * @param name its name
 * @param value its value
 */
public record Header(String name, String value) {
  /** Headers that open doors; those of managed identities are the last two. */
  private static final Set<String> SECRET =
      Set.of(
          "authorization",
          "proxy-authorization",
          "cookie",
          "set-cookie",
          "secret",
          "x-identity-header");

  /** Whether its value opens doors. */
  boolean isSecret() {
    return SECRET.contains(name.toLowerCase(Locale.ROOT));
  }
}
