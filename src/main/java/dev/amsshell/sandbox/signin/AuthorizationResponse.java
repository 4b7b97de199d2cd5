package dev.amsshell.sandbox.signin;

import dev.amsshell.sandbox.http.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the outcome of a sign-in gets from the browser to the application (OAuth 2.0 responses). */
enum AuthorizationResponse {
  /** The browser is sent on, with the outcome in the query. */
  QUERY {
    @Override
    Answer send(URI redirectUri, Map<String, String> fields) {
      String sign = redirectUri.getRawQuery() == null ? "?" : "&";
      String query =
          fields.entrySet().stream()
              .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
              .collect(Collectors.joining("&"));
      return Answer.empty(302)
          .with("Location", redirectUri.toASCIIString() + sign + query)
          .with("Cache-Control", "no-store");
    }
  },

  /** The browser gets a form that sends itself, as the official library wants it. */
  FORM_POST {
    @Override
    Answer send(URI redirectUri, Map<String, String> fields) {
      String inputs =
          fields.entrySet().stream()
              .map(
                  field ->
                      "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                          .formatted(field.getKey(), SigninPage.escaped(field.getValue())))
              .collect(Collectors.joining());
      return SigninPage.of(
              200,
              "<form method=\"POST\" name=\"hiddenform\" action=\""
                  + SigninPage.escaped(redirectUri.toString())
                  + "\">"
                  + inputs
                  + "<noscript><button>Go on</button></noscript></form>"
                  + "<script>document.forms[0].submit();</script>")
          .with("Cache-Control", "no-store");
    }
  };

  /** The one of that name; nothing when there is none. */
  static Optional<AuthorizationResponse> named(String mode) {
    return switch (mode) {
      case "query" -> Optional.of(QUERY);
      case "form_post" -> Optional.of(FORM_POST);
      default -> Optional.empty();
    };
  }

  /** Sends the browser to the application with these. */
  abstract Answer send(URI redirectUri, Map<String, String> fields);

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
