package dev.amsshell.sandbox.faults;

import java.util.Locale;

/** The ways in which a request can fail (wire sheet 7.2, and what networks do). */
public enum FaultKind {
  /** 503 with one of the service's three texts. */
  BUSY(503),
  /** 429 with a Retry-After. */
  TOO_MANY_REQUESTS(429),
  /** 500. */
  INTERNAL_ERROR(500),
  /** 502 from something in between. */
  BAD_GATEWAY(502),
  /** 504 from something in between. */
  GATEWAY_TIMEOUT(504),
  /** The connection is closed without an answer. */
  DROPPED(0),
  /** The connection is closed after half of the body. */
  HALF_SENT(0),
  /** The page of a proxy instead of the answer. */
  HTML(200),
  /** The body trickles. */
  SLOW(0),
  /** A body that ends too early, in an answer that is right otherwise. */
  TRUNCATED_JSON(0),
  /** 401, and the token is not accepted any more; the fixed token is the next time. */
  TOKEN_EXPIRED(401),
  /** 401 with an empty body. */
  UNAUTHORIZED_EMPTY(401),
  /** 403: the account is not there any more, or nobody may use it. */
  ACCOUNT_DELETED(403),
  /** The account has moved: 301 to another port, from now on for every request of the rule. */
  MOVED(301),
  /** 301 to the root of the API where it is already. */
  REDIRECT(301),
  /** 301 to another port, and from there back. */
  REDIRECT_LOOP(301),
  /** The service is not there: connections are dropped, or every answer is of one status. */
  OUTAGE(0);

  private final int status;

  FaultKind(int status) {
    this.status = status;
  }

  /** The status unless the rule says another; 0 when it is none of an error. */
  int status() {
    return status;
  }

  /** Whether the true answer is needed, so that the work is always done. */
  boolean needsAnswer() {
    return this == HALF_SENT || this == SLOW || this == TRUNCATED_JSON;
  }

  /** Whether it takes a second port to happen. */
  public boolean needsSecondPort() {
    return this == MOVED || this == REDIRECT_LOOP;
  }

  /** The name in scenarios and in the log, such as {@code half-sent}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
