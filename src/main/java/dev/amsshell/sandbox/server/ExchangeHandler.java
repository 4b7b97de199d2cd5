package dev.amsshell.sandbox.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.amsshell.sandbox.faults.Delivery;
import dev.amsshell.sandbox.faults.UnreliableService;
import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.Headers;
import dev.amsshell.sandbox.http.Request;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Carries requests from the JDK's server to the service, and its answers back. */
public final class ExchangeHandler implements HttpHandler {

  /** How a request begins that was sent by way of a proxy. */
  private static final Pattern ABSOLUTE = Pattern.compile("^https?://[^/?]*");

  /** More than any batch of the largest job; beyond it the body is not kept. */
  private static final int LARGEST_BODY = 8 * 1024 * 1024;

  private final UnreliableService service;
  private final Sender sender;
  private final RequestLog log;

  /** Answers come from this service. */
  public ExchangeHandler(UnreliableService service, Sender sender, RequestLog log) {
    this.service = service;
    this.sender = sender;
    this.log = log;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    long began = System.nanoTime();
    try (exchange) {
      Request request = request(exchange);
      Delivery delivery = deliver(request);
      long sent = 0;
      try {
        sent = sender.send(exchange, request, delivery);
      } finally {
        log.write(request, delivery, sent, System.nanoTime() - began);
      }
    }
  }

  private Delivery deliver(Request request) {
    if (request.body().length > LARGEST_BODY) {
      return plain(413, "The request is too large.");
    }
    try {
      return service.deliver(request);
    } catch (RuntimeException | StackOverflowError e) {
      // What went wrong is no business of the client, who must get an answer all the same.
      log.writeMistake(e);
      return plain(500, "An error occurred while processing this request.");
    }
  }

  private static Delivery plain(int status, String text) {
    return Delivery.whole(Answer.of(status, "text/plain;charset=utf-8", text), null);
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
}
