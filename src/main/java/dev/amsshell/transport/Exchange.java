package dev.amsshell.transport;

import dev.amsshell.config.Endpoint;
import java.time.Duration;

/**
 * One request as it went over the wire, and what became of it: a retry, a step of a redirect and a
 * repetition with a renewed token are exchanges of their own. Holds no header and no token, but an
 * address may have a secret in it: whoever shows it takes that out.
 *
 * @param method such as {@code GET}
 * @param root the API root that it went to
 * @param path the path and query below the root, percent-encoded
 * @param attempt which attempt it belonged to, counted from 1
 * @param status the HTTP status; 0 when no whole answer came
 * @param trouble why no answer came, in words; empty when one did
 * @param location where the answer leads, as it says itself; empty when it leads nowhere
 * @param requestId the id under which the service knows the request; empty when it gave none
 * @param bytes the size of the answer's body; 0 when no answer came
 * @param duration from the request to the last byte of the answer, or to the failure
 */
public record Exchange(
    String method,
    Endpoint root,
    String path,
    int attempt,
    int status,
    String trouble,
    String location,
    String requestId,
    long bytes,
    Duration duration) {
  static Exchange answered(
      Endpoint root, String path, int attempt, HttpExchange.Raw raw, Duration duration) {
    Answer answer = raw.answer();
    String location = raw.location() == null ? "" : raw.location();
    return new Exchange(
        "GET",
        root,
        path,
        attempt,
        answer.status(),
        "",
        location,
        answer.requestId(),
        answer.body().length,
        duration);
  }

  static Exchange failed(
      Endpoint root, String path, int attempt, String trouble, Duration duration) {
    return new Exchange("GET", root, path, attempt, 0, trouble, "", "", 0, duration);
  }

  /** Whether the request was carried out. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
