package dev.amsshell.transport;

import java.util.Objects;

/**
 * What a request does, apart from where it goes.
 *
 * @param method such as {@code GET}
 * @param body what is sent; empty for nothing
 */
record Outgoing(String method, byte[] body) {
  static final Outgoing GET = new Outgoing("GET", new byte[0]);

  Outgoing {
    Objects.requireNonNull(method, "method is null");
    Objects.requireNonNull(body, "body is null");
  }
}
