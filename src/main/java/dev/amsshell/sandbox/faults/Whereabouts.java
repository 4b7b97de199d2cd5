package dev.amsshell.sandbox.faults;

import dev.amsshell.sandbox.http.Request;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** The two ports an account may be at, and whether it has moved from the first to the second. */
public final class Whereabouts {

  private final int first;
  private final int second;
  private final Set<RequestPattern> moved = new CopyOnWriteArraySet<>();

  /**
   * @param second 0 when there is no second port
   */
  public Whereabouts(int first, int second) {
    this.first = first;
    this.second = second;
  }

  int second() {
    return second;
  }

  int other(int port) {
    return port == first ? second : first;
  }

  /** From now on these requests are sent on to the second port. */
  void move(RequestPattern requests) {
    moved.add(requests);
  }

  /** Whether a request came to where the account is no more. */
  boolean isGone(int port, Request request) {
    return port == first && moved.stream().anyMatch(pattern -> pattern.matches(request));
  }
}
