package dev.amsshell.config;

/** What can be sent as a bearer token. */
public final class BearerText {
  private BearerText() {}

  /**
   * Anything else cannot travel in a header, and would be quoted in an error by those who try.
   *
   * @param label what to call the token in messages
   * @throws ConfigurationProblem when it cannot be sent; the text is not quoted
   */
  public static void check(String token, String label) {
    if (!token.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw new ConfigurationProblem(
          label + " has characters that no bearer token has (a space, a line break or non-ASCII)",
          "It must be the token alone, without the word 'Bearer' and without quotes.");
    }
  }
}
