package dev.amsshell.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;

/** Takes a request through the gate and the router and writes the answer. */
final class RequestHandler implements HttpHandler {

  /** How a request begins that was sent by way of a proxy. */
  private static final Pattern ABSOLUTE = Pattern.compile("^https?://[^/?]*");

  private static final String CLIENT_REQUEST_ID = "x-ms-client-request-id";

  private final Gate gate;
  private final Router router;
  private final Negotiation negotiation;
  private final Clock clock;

  RequestHandler(Gate gate, Router router, URI endpoint, Clock clock) {
    this.gate = gate;
    this.router = router;
    this.negotiation = new Negotiation(endpoint);
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      ErrorFormat format = negotiation.choose(exchange.getRequestHeaders().getFirst("Accept"));
      send(exchange, answer(exchange, format));
    }
  }

  private Answer answer(HttpExchange exchange, ErrorFormat format) {
    try {
      return respond(exchange, format);
    } catch (Refusal refusal) {
      return error(format, refusal.status(), refusal.getMessage());
    } catch (RuntimeException | Error e) {
      // Whatever went wrong here is no business of the client, who must get an answer all the same.
      return error(format, 500, "An error occurred while processing this request.");
    }
  }

  private Answer respond(HttpExchange exchange, ErrorFormat format) {
    gate.requireToken(exchange.getRequestHeaders());
    // Not the parsed URI: in //api/Jobs it takes "api" for a host.
    String uri = exchange.getRequestURI().toString();
    String[] target = ABSOLUTE.matcher(uri).replaceFirst("").split("\\?", 2);
    QueryString query = QueryString.parse(target.length == 2 ? target[1] : null);
    gate.requireVersion(exchange.getRequestHeaders(), query);
    requireReading(exchange.getRequestMethod());

    Resource resource = router.find(ResourcePath.parse(target[0]), query, clock.instant());
    if (resource instanceof Resource.Count count) {
      return new Answer(200, "text/plain;charset=utf-8", "2.0;", String.valueOf(count.rows()));
    }
    if (format instanceof PayloadFormat payload) {
      return new Answer(
          200, payload.contentType(), payload.version(resource), payload.write(resource));
    }
    throw new Refusal(
        415,
        "Unsupported media type requested. Ask for application/json or"
            + " application/json;odata=verbose.");
  }

  private static void requireReading(String method) {
    if (!method.equals("GET") && !method.equals("HEAD")) {
      throw new Refusal(405, "This sandbox can only be read: " + method + " is not allowed.");
    }
  }

  private static Answer error(ErrorFormat format, int status, String message) {
    return new Answer(status, format.contentType(), format.errorVersion(), format.error(message));
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    setHeaders(exchange, answer);
    exchange.getRequestBody().close();
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(answer.status(), body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  /** The headers of captured answers (wire sheet 2). */
  private static void setHeaders(HttpExchange exchange, Answer answer) {
    Headers headers = exchange.getResponseHeaders();
    String requestId = UUID.randomUUID().toString();
    headers.set("Cache-Control", "no-cache");
    headers.set("Content-Type", answer.contentType());
    headers.set("DataServiceVersion", answer.dataServiceVersion());
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("request-id", requestId);
    headers.set("x-ms-request-id", requestId);
    String clientRequestId = exchange.getRequestHeaders().getFirst(CLIENT_REQUEST_ID);
    if (clientRequestId != null) {
      headers.set(CLIENT_REQUEST_ID, clientRequestId);
    }
    if (answer.status() == 405) {
      headers.set("Allow", "GET, HEAD");
    }
  }
}
