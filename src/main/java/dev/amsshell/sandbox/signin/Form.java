package dev.amsshell.sandbox.signin;

import dev.amsshell.sandbox.http.QueryString;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The fields of a url-encoded body or query. */
final class Form {

  private static final String TYPE = "application/x-www-form-urlencoded";

  private final QueryString fields;

  private Form(QueryString fields) {
    this.fields = fields;
  }

  /**
   * @throws AadRefusal when it is not such a body, or gives a field twice
   */
  static Form of(Request request) {
    String type = request.headers().get("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.split(";")[0].strip().equals(TYPE)) {
      throw AadRefusal.invalidRequest(
          90013, "Invalid input received from the user: the body is not " + TYPE + ".");
    }
    return parsed(new String(request.body(), StandardCharsets.UTF_8));
  }

  /**
   * The same fields behind the question mark.
   *
   * @throws AadRefusal when a field is given twice
   */
  static Form ofQuery(Request request) {
    return parsed(request.query());
  }

  private static Form parsed(String text) {
    try {
      return new Form(QueryString.parse(text));
    } catch (Refusal | IllegalArgumentException e) {
      throw AadRefusal.invalidRequest(
          90013, "Invalid input received from the user: " + e.getMessage());
    }
  }

  /** A field that is there and not empty. */
  Optional<String> get(String name) {
    return fields.get(name).filter(value -> !value.isEmpty());
  }

  /**
   * @throws AadRefusal without it
   */
  String required(String name) {
    return get(name)
        .orElseThrow(
            () ->
                AadRefusal.invalidRequest(
                    900144,
                    "The request body must contain the following parameter: '" + name + "'."));
  }
}
