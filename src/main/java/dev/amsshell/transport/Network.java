package dev.amsshell.transport;

import dev.amsshell.base.Cancellation;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * This machine's way to others: one pool of connections, and one limiter for each host, shared by
 * all that a process sends. Asks for gzip. Safe for use by several threads.
 */
public final class Network implements AutoCloseable {
  /** A service that asks to be left alone for longer is not waited for. */
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  /** How a service asks for fewer requests (wire sheet 7.2). */
  private static final Set<Integer> BUSY = Set.of(429, 503);

  private final HttpExchange exchange;
  private final Clock clock;
  private final Map<String, Throttle> throttles = new ConcurrentHashMap<>();

  /**
   * @param clock tells when a request was sent, and how long it is to a date that a service names
   */
  public Network(NetworkSettings settings, Clock clock) {
    this.exchange = new HttpExchange(settings, clock);
    this.clock = clock;
  }

  /**
   * One exchange, as it is: no bearer, no retries, no redirects. For whoever signs in.
   *
   * @param attempt which attempt it is, counted from 1
   * @param wish ends it early
   * @param listener told what became of it, on the thread that calls
   * @return the answer, whatever its status
   * @throws Unreachable when no whole answer came
   * @throws dev.amsshell.config.ConfigurationProblem when the CA file or the proxy is none
   * @throws dev.amsshell.base.Cancelled when that is wished
   */
  public Answer call(Call call, int attempt, Cancellation wish, Consumer<Exchange> listener) {
    try {
      Errand errand =
          new Errand(call, call.uri().toString(), attempt, Duration.ZERO, wish, listener);
      return run(errand, new Passage());
    } catch (IOException e) {
      wish.checkpoint();
      throw Unreachable.at(call.uri(), attempt, e);
    }
  }

  /**
   * A call and those on whose behalf it is made.
   *
   * @param label what to call it in an {@link Exchange}
   * @param attempt counted from 1
   * @param pause how long the host is left alone when it is busy and does not say how long
   */
  record Errand(
      Call call,
      String label,
      int attempt,
      Duration pause,
      Cancellation wish,
      Consumer<Exchange> listener) {
    private void tell(
        Call sent, Instant started, long start, Optional<Answer> answer, String trouble) {
      Duration duration = Duration.ofNanos(System.nanoTime() - start);
      listener.accept(
          new Exchange(sent.masked(), label, attempt, started, duration, answer, trouble));
    }
  }

  /** Makes a call when it is its turn. */
  Answer run(Errand errand, Passage passage) throws IOException {
    Throttle throttle =
        throttles.computeIfAbsent(errand.call().uri().getRawAuthority(), host -> new Throttle());
    throttle.begin(errand.wish());
    passage.begin();
    Answer answer = null;
    try {
      answer = told(errand, passage);
      return answer;
    } finally {
      if (answer != null && BUSY.contains(answer.status())) {
        throttle.busy(pause(answer).orElse(errand.pause()));
      } else if (answer != null && answer.isSuccess()) {
        throttle.succeeded();
      } else {
        throttle.failed();
      }
    }
  }

  /** How long to wait because the service says so. */
  static Optional<Duration> pause(Answer answer) {
    return answer.retryAfter().filter(wait -> wait.compareTo(LONGEST_PAUSE) <= 0);
  }

  private Answer told(Errand errand, Passage passage) throws IOException {
    Call call = errand.call().withDefault("Accept-Encoding", "gzip");
    Instant started = clock.instant();
    long start = System.nanoTime();
    try {
      Answer answer = exchange.send(call, passage, errand.wish());
      errand.tell(call, started, start, Optional.of(answer), "");
      return answer;
    } catch (IOException e) {
      String trouble = errand.wish().isCancelled() ? "cancelled" : Trouble.describe(e);
      errand.tell(call, started, start, Optional.empty(), trouble);
      throw e;
    }
  }

  /** The raw connections, for whoever looks at them closely. */
  HttpExchange exchange() {
    return exchange;
  }

  @Override
  public void close() {
    exchange.close();
  }
}
