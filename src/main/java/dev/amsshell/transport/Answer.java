package dev.amsshell.transport;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a server answered, whatever its status.
 *
 * @param uri where the request went in the end, redirects included
 * @param version of HTTP, such as {@code HTTP/1.1}
 * @param status the HTTP status
 * @param reason the words beside the status; empty when there were none
 * @param headers all headers
 * @param retryAfter how long the server asks to be left alone, counted from when it answered
 * @param body the whole body, decoded from any transfer coding and compression
 */
public record Answer(
    URI uri,
    String version,
    int status,
    String reason,
    Headers headers,
    Optional<Duration> retryAfter,
    byte[] body) {
  private static final Set<Integer> TRANSIENT = Set.of(408, 429, 500, 502, 503, 504);

  /** An answer that says no more than that. */
  public Answer(URI uri, int status, Headers headers, byte[] body) {
    this(uri, "HTTP/1.1", status, "", headers, Optional.empty(), body);
  }

  /** The value of the first header of that name, in any letter case. */
  public Optional<String> header(String name) {
    return headers.first(name);
  }

  /** The media type as sent; empty when none was. */
  public String contentType() {
    return header("Content-Type").orElse("");
  }

  /** The id under which the service knows the request; empty when it gave none. */
  public String requestId() {
    return header("x-ms-request-id").or(() -> header("request-id")).orElse("");
  }

  /** The body as text. AMS speaks UTF-8 only. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Whether another try may be answered otherwise (wire sheet 7.2). */
  public boolean isTransient() {
    return isTransient(status);
  }

  static boolean isTransient(int status) {
    return TRANSIENT.contains(status);
  }

  /** Whether the status says that the request was carried out. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  @Override
  public String toString() {
    return "%d %s from %s, %d bytes".formatted(status, contentType(), uri, body.length);
  }
}
