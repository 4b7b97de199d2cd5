package dev.amsshell.sandbox.signin;

import dev.amsshell.sandbox.http.Answer;

/** A page that a user sees while signing in. */
final class SigninPage {

  private SigninPage() {}

  /**
   * @param body in HTML
   */
  static Answer of(int status, String body) {
    return Answer.of(
        status,
        "text/html;charset=utf-8",
        "<!DOCTYPE html><html lang=\"en\"><title>Sign in to the sandbox</title>"
            + "<h1>Sign in to the sandbox</h1>"
            + body
            + "</html>");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
