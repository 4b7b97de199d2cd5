package dev.amsshell.sandbox.http;

import java.util.Map;

/** What is sent back. An empty body has no Content-Type. */
public record Answer(int status, Headers headers, String body) {

  /** An answer with a body. */
  public static Answer of(int status, String contentType, String body) {
    return new Answer(status, Headers.of(Map.of("Content-Type", contentType)), body);
  }

  /** An answer without a body. */
  public static Answer empty(int status) {
    return new Answer(status, Headers.of(Map.of()), "");
  }

  /** The same with one header more. */
  public Answer with(String name, String value) {
    return new Answer(status, headers.with(name, value), body);
  }

  /** Says nothing of the body, in which a token may be. */
  @Override
  public String toString() {
    return "Answer[" + status + "]";
  }
}
