package dev.amsshell.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One request as it went over the wire, and what became of it: a retry, a step of a redirect and a
 * repetition with a renewed token are exchanges of their own. Holds no token that was sent to the
 * service; whoever signs in sends secrets in a body, and a body or an address may repeat one:
 * whoever shows those takes that out.
 *
 * @param call what was sent, with masks for the headers that hold secrets
 * @param path the path and query below the root of the API; the whole address where there is none
 * @param attempt which attempt it belonged to, counted from 1
 * @param started when it was sent
 * @param duration from the request to the last byte of the answer, or to the failure
 * @param answer what came back; nothing when no whole answer came
 * @param trouble why no answer came, in words; empty when one did
 */
public record Exchange(
    Call call,
    String path,
    int attempt,
    Instant started,
    Duration duration,
    Optional<Answer> answer,
    String trouble) {
  public Exchange {
    Objects.requireNonNull(call, "call is null");
  }

  /** Such as {@code GET}. */
  public String method() {
    return call.method();
  }

  /** The HTTP status; 0 when no whole answer came. */
  public int status() {
    return answer.map(Answer::status).orElse(0);
  }

  /** Where the answer leads, as it says itself; empty when it leads nowhere. */
  public String location() {
    return answer.flatMap(known -> known.header("Location")).orElse("");
  }

  /** The id under which the service knows the request; empty when it gave none. */
  public String requestId() {
    return answer.map(Answer::requestId).orElse("");
  }

  /** The size of the answer's body; 0 when no answer came. */
  public long bytes() {
    return answer.map(known -> (long) known.body().length).orElse(0L);
  }

  /** Whether the request was carried out. */
  public boolean isSuccess() {
    return answer.isPresent() && answer.get().isSuccess();
  }
}
