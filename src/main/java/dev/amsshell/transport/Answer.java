package dev.amsshell.transport;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * What a server answered, whatever its status.
 *
 * @param uri where the request went in the end, redirects included
 * @param status the HTTP status
 * @param contentType the media type as sent; empty when none was
 * @param requestId the id under which the service knows the request; empty when it gave none
 * @param body the whole body, decoded from any transfer coding
 */
public record Answer(URI uri, int status, String contentType, String requestId, byte[] body) {
  /** The body as text. AMS speaks UTF-8 only. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Whether the status says that the request was carried out. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  @Override
  public String toString() {
    return "%d %s from %s, %d bytes".formatted(status, contentType, uri, body.length);
  }
}
