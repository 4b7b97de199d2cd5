package dev.amsshell.transport;

import dev.amsshell.base.Cancellation;
import dev.amsshell.config.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks one service on behalf of one profile. Transient failures of reads are retried within a
 * budget, a redirect to a new API root is adopted for the rest of the process, and the token goes
 * nowhere else.
 *
 * <p>Safe for use by several threads.
 */
public final class HttpTransport {
  /** What says that a request was not carried out, and must be sent elsewhere as it is. */
  private static final Set<Integer> MOVED = Set.of(301, 307, 308);

  private static final int UNAUTHORIZED = 401;

  private static final int MAX_REDIRECTS = 5;

  /** After so long a failure is the last one. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private static final byte[] NOTHING = new byte[0];

  private final Endpoint configured;
  private final RedirectRules rules;
  private final TokenSource tokens;
  private final Network network;
  private final Backoff backoff;
  private final Supplier<Cancellation> cancellation;
  private final Consumer<Exchange> listener;
  private volatile Endpoint current;

  /**
   * @param configured the root that was configured, the only one the token belongs to
   * @param redirectHosts where else the service may lead: host names or {@code *.suffix}, on port
   *     443 unless one is named
   * @param tokens the bearer token of each attempt
   * @param network the way there, which others share
   * @param backoff how often to try and how long to wait between
   * @param cancellation the cancellation of the work on whose behalf a request is made
   * @param listener told of every request that was answered or failed, on the thread that made it
   */
  public HttpTransport(
      Endpoint configured,
      Set<String> redirectHosts,
      TokenSource tokens,
      Network network,
      Backoff backoff,
      Supplier<Cancellation> cancellation,
      Consumer<Exchange> listener) {
    this.configured = configured;
    this.current = configured;
    this.rules = new RedirectRules(configured, redirectHosts);
    this.tokens = tokens;
    this.network = network;
    this.backoff = backoff;
    this.cancellation = cancellation;
    this.listener = listener;
  }

  /**
   * What is asked for, wherever it is.
   *
   * @param path the path and query below the root
   */
  private record Wanted(
      String method, String path, List<Header> headers, byte[] body, boolean isRead) {}

  /** All that is done to get it. */
  private static final class Effort {
    final Wanted wanted;
    final Cancellation wish;
    int attempt;
    Duration pause;
    Passage passage = new Passage();
    long start;

    Effort(Wanted wanted, Cancellation wish) {
      this.wanted = wanted;
      this.wish = wish;
    }

    void begin(Duration pause) {
      wish.checkpoint();
      this.pause = pause;
      attempt++;
    }

    /** The time before its first turn counts for nothing: to wait for others is no fault of it. */
    void ended() {
      start = start == 0 ? passage.start() : start;
    }
  }

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
    return tried(new Wanted("GET", pathAndQuery, headers, NOTHING, true), notices);
  }

  /**
   * Sends what changes something, once: what the service answered is not asked for again, and what
   * may have reached it without an answer is not repeated. What never reached it is tried again.
   *
   * @param method such as {@code DELETE}; a {@code GET} may change things, too (wire sheet 6.1)
   * @param pathAndQuery relative to the root and already percent-encoded; sent as it is
   * @param headers in addition to authorization and correlation
   * @param body empty for none
   * @param notices told, in a line each, what a person may want to know while it happens
   * @return the answer, whatever its status
   * @throws OutcomeUnknown when it may have reached the service and no whole answer came
   * @throws Unreachable when it was never sent
   * @throws RedirectRefused when the service points where the token must not go
   */
  public Answer send(
      String method,
      String pathAndQuery,
      List<Header> headers,
      byte[] body,
      Consumer<String> notices) {
    return tried(new Wanted(method, pathAndQuery, headers, body, false), notices);
  }

  /**
   * Waits as before a read is tried again, for whoever decides himself whether to repeat what he
   * sent.
   *
   * @param attempt how often he has tried
   */
  public void pause(int attempt) {
    cancellation.get().sleep(backoff.after(attempt));
  }

  /** What to do when the service refuses the token. */
  public String whenRefused() {
    return tokens.whenRefused();
  }

  /** The root that requests go to now. */
  public Endpoint endpoint() {
    return current;
  }

  private Answer tried(Wanted wanted, Consumer<String> notices) {
    Effort effort = new Effort(wanted, cancellation.get());
    while (true) {
      Duration wait = backoff.after(effort.attempt + 1);
      effort.begin(wait);
      String trouble;
      try {
        Answer answer = redirected(effort);
        if (!isWorthRepeating(wanted, answer) || isSpent(effort)) {
          return answer;
        }
        Duration asked = answer.retryAfter().orElse(wait);
        wait = asked.compareTo(wait) > 0 ? asked : wait;
        trouble = "answered " + answer.status();
      } catch (IOException e) {
        effort.wish.checkpoint();
        trouble = Trouble.describe(e);
        if (!wanted.isRead() && effort.passage.isOpen()) {
          throw outcomeUnknown(trouble, e);
        }
        if (isSpent(effort) || !Trouble.isTransient(e)) {
          throw Unreachable.at(current.root(), effort.attempt, e);
        }
      }
      notices.accept(
          "%s: %s; trying again (%d of %d)"
              .formatted(current.authority(), trouble, effort.attempt + 1, backoff.attempts()));
      effort.wish.sleep(wait);
    }
  }

  private static boolean isWorthRepeating(Wanted wanted, Answer answer) {
    boolean isSoon = answer.retryAfter().isEmpty() || Network.pause(answer).isPresent();
    return wanted.isRead() && answer.isTransient() && isSoon;
  }

  /** A server that is slow to fail is not tried as often as one that fails at once. */
  private boolean isSpent(Effort effort) {
    return effort.attempt >= backoff.attempts()
        || System.nanoTime() - effort.start >= PATIENCE.toNanos();
  }

  private Answer redirected(Effort effort) throws IOException {
    Wanted wanted = effort.wanted;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      Endpoint root = current;
      Answer answer = authorized(root, effort);
      boolean isRedirect =
          wanted.isRead() ? answer.status() / 100 == 3 : MOVED.contains(answer.status());
      if (!isRedirect) {
        return answer;
      }
      current = rules.adopt(root, answer.header("Location").orElse(null), wanted.path());
    }
    throw new RedirectRefused(
        "%s redirects in circles".formatted(configured.authority()),
        "Configure the address of the account itself as the endpoint.");
  }

  /** A token that is refused is renewed once: it may have expired on its way. */
  private Answer authorized(Endpoint root, Effort effort) throws IOException {
    String token = tokens.token();
    Answer answer = sent(root, effort, token);
    return answer.status() == UNAUTHORIZED ? sent(root, effort, tokens.renewed(token)) : answer;
  }

  private Answer sent(Endpoint root, Effort effort, String token) throws IOException {
    Wanted wanted = effort.wanted;
    List<Header> headers = new ArrayList<>(wanted.headers());
    headers.add(new Header("Authorization", "Bearer " + token));
    headers.add(new Header("x-ms-client-request-id", UUID.randomUUID().toString()));
    URI uri = URI.create(root.root() + wanted.path());
    Call call = new Call(wanted.method(), uri, headers, wanted.body());
    effort.passage = new Passage();
    try {
      return network.run(
          new Network.Errand(
              call, wanted.path(), effort.attempt, effort.pause, effort.wish, listener),
          effort.passage);
    } finally {
      effort.ended();
    }
  }

  private OutcomeUnknown outcomeUnknown(String trouble, IOException cause) {
    return new OutcomeUnknown(
        "%s: %s, after the request was sent".formatted(current.authority(), trouble),
        "Look whether it was done before you repeat it.",
        cause);
  }
}
