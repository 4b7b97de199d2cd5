package dev.amsshell.sandbox.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.Headers;
import dev.amsshell.sandbox.http.Request;
import dev.amsshell.sandbox.http.Service;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Carries requests from the JDK's server to the service, and its answers back. */
public final class ExchangeHandler implements HttpHandler {

  /** How a request begins that was sent by way of a proxy. */
  private static final Pattern ABSOLUTE = Pattern.compile("^https?://[^/?]*");

  private static final String CLIENT_REQUEST_ID = "x-ms-client-request-id";

  /** More than any batch of the largest job; beyond it the body is not kept. */
  private static final int LARGEST_BODY = 16 * 1024 * 1024;

  private final Service service;

  /** Answers come from this service. */
  public ExchangeHandler(Service service) {
    this.service = service;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = request(exchange);
      Answer answer =
          request.body().length > LARGEST_BODY
              ? Answer.of(413, "text/plain;charset=utf-8", "The request is too large.")
              : service.answer(request);
      send(exchange, request, answer);
    }
  }

  private static Request request(HttpExchange exchange) throws IOException {
    // Not the parsed URI: in //api/Jobs it takes "api" for a host.
    String uri = exchange.getRequestURI().toString();
    String[] target = ABSOLUTE.matcher(uri).replaceFirst("").split("\\?", 2);
    Map<String, String> headers = new LinkedHashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    return new Request(
        exchange.getRequestMethod(),
        target[0],
        target.length == 2 ? target[1] : null,
        Headers.of(headers),
        exchange.getRequestBody().readNBytes(LARGEST_BODY + 1));
  }

  private static void send(HttpExchange exchange, Request request, Answer answer)
      throws IOException {
    setHeaders(exchange, request, answer);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    boolean head = request.method().equals("HEAD");
    if (head && body.length > 0) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
    }
    exchange.sendResponseHeaders(answer.status(), head || body.length == 0 ? -1 : body.length);
    if (!head && body.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  /** The headers of captured answers (wire sheet 2). */
  private static void setHeaders(HttpExchange exchange, Request request, Answer answer) {
    com.sun.net.httpserver.Headers headers = exchange.getResponseHeaders();
    String requestId = UUID.randomUUID().toString();
    headers.set("Cache-Control", "no-cache");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("request-id", requestId);
    headers.set("x-ms-request-id", requestId);
    request.headers().get(CLIENT_REQUEST_ID).ifPresent(id -> headers.set(CLIENT_REQUEST_ID, id));
    answer.headers().all().forEach(headers::set);
  }
}
