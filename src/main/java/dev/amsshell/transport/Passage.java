package dev.amsshell.transport;

import java.util.Optional;
import javax.net.ssl.SSLSession;

/** How far a request has come on its way. */
final class Passage {
  private volatile long start;
  private volatile boolean isOpen;
  private volatile Optional<SSLSession> session = Optional.empty();

  /** It is the turn of the request. */
  void begin() {
    start = System.nanoTime();
  }

  /** When that was, by the clock of {@link System#nanoTime}. */
  long start() {
    return start;
  }

  /** The connection to the service itself stands; whatever follows may reach it. */
  void open(SSLSession session) {
    this.session = Optional.ofNullable(session);
    this.isOpen = true;
  }

  /** Whether the request may have reached the service. */
  boolean isOpen() {
    return isOpen;
  }

  /** What TLS has agreed on; nothing where there is no TLS. */
  Optional<SSLSession> session() {
    return session;
  }
}
