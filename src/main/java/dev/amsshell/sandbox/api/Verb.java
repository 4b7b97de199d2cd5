package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.http.Request;
import java.util.Locale;

/** What a request wants done. */
enum Verb {
  READ("GET, HEAD"),
  CREATE("POST"),
  UPDATE("MERGE, PATCH, PUT"),
  DELETE("DELETE");

  private final String methods;

  Verb(String methods) {
    this.methods = methods;
  }

  /** The methods that mean it. */
  String methods() {
    return methods;
  }

  /** Behind a POST another verb may be tunnelled (wire sheet 2). */
  static Verb of(Request request) {
    String tunnelled = request.headers().get("X-HTTP-Method").orElse(null);
    if (tunnelled == null) {
      return of(request.method());
    }
    if (!request.method().equals("POST")) {
      throw Refusal.badRequest("X-HTTP-Method goes with POST only.");
    }
    return of(tunnelled.strip().toUpperCase(Locale.ROOT));
  }

  private static Verb of(String method) {
    return switch (method) {
      case "GET", "HEAD" -> READ;
      case "POST" -> CREATE;
      case "MERGE", "PATCH", "PUT" -> UPDATE;
      case "DELETE" -> DELETE;
      default ->
          throw Refusal.notAllowed("The method " + method + " is not supported.", READ.methods);
    };
  }
}
