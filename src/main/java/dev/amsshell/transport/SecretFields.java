package dev.amsshell.transport;

import java.util.regex.Pattern;

/**
 * Masks what is secret by the name it is sent under when somebody signs in, whatever it looks like.
 */
final class SecretFields {
  private static final String NAMES =
      "access_token|refresh_token|id_token|client_secret|client_assertion|assertion|code_verifier"
          + "|device_code|user_code|password|username_password|token";

  /** In a form, a query or a fragment. */
  private static final Pattern FORM =
      Pattern.compile("(?i)((?:^|[&?#;\\s\"'])(?:" + NAMES + "|code)=)[^&\\s\"'#]*");

  private static final Pattern JSON = json(NAMES);

  /** Elsewhere that is the name of what went wrong. */
  private static final Pattern JSON_CODE = json("code");

  private static final Pattern MESSAGE = json("message");

  private static final Pattern NAME = Pattern.compile("(?i)" + NAMES + "|code");

  private SecretFields() {}

  /** The value may be cut off. */
  private static Pattern json(String names) {
    return Pattern.compile("(?i)(\"(?:" + names + ")\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*+");
  }

  /** Whether what is sent under that name is secret. */
  static boolean isSecret(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * The text without the values of secret fields.
   *
   * @param isSignIn whether it was exchanged with somebody who gives out tokens
   */
  static String masked(String text, boolean isSignIn) {
    String masked = FORM.matcher(text).replaceAll("$1***");
    masked = JSON.matcher(masked).replaceAll("$1***");
    if (isSignIn && text.contains("\"device_code\"")) {
      // it tells the user what to type
      masked = MESSAGE.matcher(masked).replaceAll("$1***");
    }
    return isSignIn ? JSON_CODE.matcher(masked).replaceAll("$1***") : masked;
  }
}
