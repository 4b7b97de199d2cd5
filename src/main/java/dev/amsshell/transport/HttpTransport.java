package dev.amsshell.transport;

import dev.amsshell.base.Cancellation;
import dev.amsshell.config.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads from one service on behalf of one profile. Transient failures are retried within a budget,
 * a redirect to a new API root is adopted for the rest of the process, and the token goes nowhere
 * else.
 *
 * <p>Safe for use by several threads.
 */
public final class HttpTransport implements AutoCloseable {
  /** Worth another try, for a read (wire sheet 7.2). */
  private static final Set<Integer> TRANSIENT = Set.of(408, 429, 500, 502, 503, 504);

  /** How a service asks for fewer requests (wire sheet 7.2). */
  private static final Set<Integer> BUSY = Set.of(429, 503);

  private static final int UNAUTHORIZED = 401;

  private static final int MAX_REDIRECTS = 5;

  /** No further try begins after so long. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Endpoint configured;
  private final TokenSource tokens;
  private final Backoff backoff;
  private final Supplier<Cancellation> cancellation;
  private final Consumer<Exchange> listener;
  private final HttpExchange exchange = new HttpExchange();
  private final Throttle throttle = new Throttle();
  private volatile Endpoint current;

  /**
   * @param endpoint the root that was configured, the only one the token belongs to
   * @param tokens the bearer token of each attempt
   * @param backoff how often to try and how long to wait between
   * @param cancellation the cancellation of the work on whose behalf a request is made
   * @param listener told of every request that was answered or failed, on the thread that made it
   */
  public HttpTransport(
      Endpoint endpoint,
      TokenSource tokens,
      Backoff backoff,
      Supplier<Cancellation> cancellation,
      Consumer<Exchange> listener) {
    this.configured = endpoint;
    this.current = endpoint;
    this.tokens = tokens;
    this.backoff = backoff;
    this.cancellation = cancellation;
    this.listener = listener;
  }

  /**
   * An attempt at a request.
   *
   * @param path the path and query below the root
   * @param number counted from 1
   */
  private record Attempt(
      Outgoing outgoing, String path, List<Header> headers, int number, Cancellation wish) {}

  /**
   * Asks for something below the API root.
   *
   * @param pathAndQuery relative to the root and already percent-encoded; sent as it is
   * @param headers in addition to authorization and correlation, which are added to every attempt
   * @param notices told, in a line each, what a person may want to know while it happens
   * @return the last answer, whatever its status
   * @throws Unreachable when no answer came within the retry budget
   * @throws RedirectRefused when the service points where the token must not go
   */
  public Answer get(String pathAndQuery, List<Header> headers, Consumer<String> notices) {
    Cancellation wish = cancellation.get();
    long start = 0;
    for (int attempt = 1; ; attempt++) {
      wish.checkpoint();
      Duration wait = backoff.after(attempt);
      String trouble;
      throttle.begin(wish);
      // waiting for others is no fault of this request
      start = attempt == 1 ? System.nanoTime() : start;
      try {
        Answer answer =
            inTurn(new Attempt(Outgoing.GET, pathAndQuery, headers, attempt, wish), wait);
        if (!TRANSIENT.contains(answer.status()) || isSpent(attempt, start)) {
          return answer;
        }
        trouble = "answered " + answer.status();
      } catch (IOException e) {
        wish.checkpoint();
        trouble = Trouble.describe(e);
        if (isSpent(attempt, start) || !Trouble.isTransient(e)) {
          throw unreachable(trouble, attempt, e);
        }
      }
      notices.accept(
          "%s: %s; trying again (%d of %d)"
              .formatted(current.authority(), trouble, attempt + 1, backoff.attempts()));
      wish.sleep(wait);
    }
  }

  /**
   * Sends what changes something, once: what the service answered is not asked for again, and what
   * was sent without an answer is not repeated.
   *
   * @param method such as {@code DELETE}; a {@code GET} may change things, too (wire sheet 6.1)
   * @param pathAndQuery relative to the root and already percent-encoded; sent as it is
   * @param headers in addition to authorization and correlation
   * @param body empty for none
   * @return the answer, whatever its status
   * @throws OutcomeUnknown when it was sent and no whole answer came
   * @throws Unreachable when it was never sent
   * @throws RedirectRefused when the service points where the token must not go
   */
  public Answer send(
      String method,
      String pathAndQuery,
      List<Header> headers,
      byte[] body,
      Consumer<String> notices) {
    Cancellation wish = cancellation.get();
    throttle.begin(wish);
    try {
      return inTurn(
          new Attempt(new Outgoing(method, body), pathAndQuery, headers, 1, wish), Duration.ZERO);
    } catch (IOException e) {
      wish.checkpoint();
      throw new OutcomeUnknown(
          "%s: %s, after the request was sent".formatted(current.authority(), Trouble.describe(e)),
          "Look whether it was done before you repeat it.",
          e);
    }
  }

  /** One attempt, which ends the turn it was given. */
  private Answer inTurn(Attempt attempt, Duration pause) throws IOException {
    Answer answer = null;
    try {
      answer = redirected(attempt);
      return answer;
    } finally {
      if (answer != null && BUSY.contains(answer.status())) {
        throttle.busy(pause);
      } else if (answer != null && answer.isSuccess()) {
        throttle.succeeded();
      } else {
        throttle.failed();
      }
    }
  }

  /** The root that requests go to now. */
  public Endpoint endpoint() {
    return current;
  }

  @Override
  public void close() {
    exchange.close();
  }

  /** A server that is slow to fail is not tried as often as one that fails at once. */
  private boolean isSpent(int attempt, long start) {
    return attempt >= backoff.attempts() || System.nanoTime() - start >= PATIENCE.toNanos();
  }

  private Answer redirected(Attempt attempt) throws IOException {
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      Endpoint root = current;
      HttpExchange.Raw raw = authorized(root, attempt);
      if (raw.answer().status() / 100 != 3) {
        return raw.answer();
      }
      current = RedirectRules.adopt(configured, root, raw.location(), attempt.path());
    }
    throw new RedirectRefused(
        "%s redirects in circles".formatted(configured.authority()),
        "Configure the address of the account itself as the endpoint.");
  }

  /** A token that is refused is renewed once: it may have expired on its way. */
  private HttpExchange.Raw authorized(Endpoint root, Attempt attempt) throws IOException {
    String token = tokens.token();
    HttpExchange.Raw raw = sent(root, attempt, token);
    return raw.answer().status() == UNAUTHORIZED ? sent(root, attempt, tokens.renewed(token)) : raw;
  }

  private HttpExchange.Raw sent(Endpoint root, Attempt attempt, String token) throws IOException {
    URI uri = URI.create(root.root() + attempt.path());
    String id = UUID.randomUUID().toString();
    long start = System.nanoTime();
    try {
      HttpExchange.Raw raw =
          exchange.send(attempt.outgoing(), uri, attempt.headers(), token, id, attempt.wish());
      listener.accept(Exchange.answered(root, attempt.path(), attempt.number(), raw, since(start)));
      return raw;
    } catch (IOException e) {
      String trouble = attempt.wish().isCancelled() ? "cancelled" : Trouble.describe(e);
      listener.accept(
          Exchange.failed(root, attempt.path(), attempt.number(), trouble, since(start)));
      throw e;
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private Unreachable unreachable(String trouble, int attempts, IOException cause) {
    return new Unreachable(
        "cannot reach %s: %s (%s)"
            .formatted(
                current.authority(), trouble, attempts == 1 ? "1 attempt" : attempts + " attempts"),
        "Check the endpoint %s and the network between.".formatted(current),
        cause);
  }
}
