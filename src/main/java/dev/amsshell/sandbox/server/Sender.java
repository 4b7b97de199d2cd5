package dev.amsshell.sandbox.server;

import com.sun.net.httpserver.HttpExchange;
import dev.amsshell.sandbox.faults.Delivery;
import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Sends answers in the manner they are to arrive. Of the headers that were captured (wire sheet 2)
 * it leaves out what names the software of the service, since this is another.
 */
public final class Sender {

  private static final String CLIENT_REQUEST_ID = "x-ms-client-request-id";

  private static final Pattern PRINTABLE = Pattern.compile("[ -~]{1,2096}");

  /** In how many pieces a slow body is sent. */
  private static final int PIECES = 20;

  private final CountDownLatch closing;

  /**
   * @param closing opened when the sandbox closes, so that nothing slow holds it up
   */
  public Sender(CountDownLatch closing) {
    this.closing = closing;
  }

  /** The number of bytes of the body that were sent. */
  long send(HttpExchange exchange, Request request, Delivery delivery) throws IOException {
    boolean nothingToHalve =
        delivery.manner() == Delivery.Manner.HALF && delivery.answer().body().isEmpty();
    if (delivery.manner() == Delivery.Manner.NONE || nothingToHalve) {
      // closing an exchange without an answer closes the connection
      return 0;
    }
    Answer answer = delivery.answer();
    setHeaders(exchange, request, answer);
    byte[] body = encoded(exchange, request, answer.body().getBytes(StandardCharsets.UTF_8));
    boolean head = request.method().equals("HEAD");
    if (head && body.length > 0) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
    }
    boolean bare = head || body.length == 0;
    if (bare && delivery.manner() == Delivery.Manner.SLOWLY && isClosingWithin(delivery.over())) {
      return 0;
    }
    exchange.sendResponseHeaders(answer.status(), bare ? -1 : body.length);
    return bare ? 0 : sendBody(exchange.getResponseBody(), body, delivery);
  }

  /** The body as it goes over the wire. */
  private static byte[] encoded(HttpExchange exchange, Request request, byte[] body)
      throws IOException {
    if (!Compression.isFor(body)) {
      return body;
    }
    exchange.getResponseHeaders().set("Vary", "Accept-Encoding");
    if (!Compression.isWanted(request)) {
      return body;
    }
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    return Compression.gzip(body);
  }

  private long sendBody(OutputStream out, byte[] body, Delivery delivery) throws IOException {
    switch (delivery.manner()) {
      case HALF -> {
        out.write(body, 0, body.length / 2);
        out.flush();
        // left open: the exchange is closed with bytes missing, which closes the connection
        return body.length / 2;
      }
      case SLOWLY -> {
        return sendSlowly(out, body, delivery.over());
      }
      default -> {
        out.write(body);
        out.close();
        return body.length;
      }
    }
  }

  private long sendSlowly(OutputStream out, byte[] body, Duration over) throws IOException {
    int pieces = Math.min(PIECES, body.length);
    int piece = (body.length + pieces - 1) / pieces;
    for (int sent = 0; sent < body.length; sent += piece) {
      if (isClosingWithin(over.dividedBy(pieces))) {
        return sent;
      }
      out.write(body, sent, Math.min(piece, body.length - sent));
      out.flush();
    }
    out.close();
    return body.length;
  }

  private boolean isClosingWithin(Duration time) {
    try {
      return closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
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
    request
        .headers()
        .get(CLIENT_REQUEST_ID)
        .filter(id -> PRINTABLE.matcher(id).matches())
        .ifPresent(id -> headers.set(CLIENT_REQUEST_ID, id));
    answer.headers().all().forEach(headers::set);
  }
}
