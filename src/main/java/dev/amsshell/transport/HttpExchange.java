package dev.amsshell.transport;

import dev.amsshell.base.Cancellation;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/** One call and its answer, or how far the call came. */
final class HttpExchange implements AutoCloseable {
  private static final int LARGEST_BODY = 64 << 20;
  private static final Duration WHOLE_ANSWER = Duration.ofSeconds(60);

  private final Tls tls;
  private final Proxies proxies;
  private final Clock clock;
  private final CloseableHttpClient client;

  HttpExchange(NetworkSettings settings, Clock clock) {
    this.tls = new Tls(settings.caFile());
    this.proxies = settings.proxies();
    this.clock = clock;
    this.client = Client.create(tls);
  }

  /**
   * Sends a call as it is.
   *
   * @param passage told how far it comes
   * @throws dev.amsshell.config.ConfigurationProblem when the way there is configured wrongly
   */
  Answer send(Call call, Passage passage, Cancellation wish) throws IOException {
    HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.uri());
    if (call.body().length > 0) {
      request.setEntity(new ByteArrayEntity(call.body(), null));
    }
    call.headers().forEach(header -> request.addHeader(header.name(), header.value()));
    Route route = new Route(call.uri(), proxies.to(call.uri()), passage, false);
    return execute(request, route, wish);
  }

  /** Opens the way to a server and sends nothing. */
  Passage open(URI uri, Cancellation wish) throws IOException {
    Route route = new Route(uri, proxies.to(uri), new Passage(), true);
    execute(new HttpUriRequestBase("GET", uri), route, wish);
    return route.passage();
  }

  /** The proxy on the way to an address. */
  Optional<ProxyServer> proxy(URI uri) {
    return proxies.to(uri);
  }

  private Answer execute(HttpUriRequestBase request, Route route, Cancellation wish)
      throws IOException {
    if ("https".equalsIgnoreCase(request.getScheme())) {
      // what is wrong with the configuration is told as it is, not as trouble on the way
      tls.strategy();
    }
    CompletableFuture<Void> deadline = abortWhenLate(request);
    try (Cancellation.Registration abort = wish.onCancel(request::abort)) {
      return client.execute(request, route.context(), response -> read(request, route, response));
    } catch (IOException e) {
      throw deadline.isDone()
          ? new SocketTimeoutException("no whole answer in time")
          : blamed(e, route);
    } catch (RuntimeException e) {
      // a status or an address that HttpClient does not believe in
      throw blamed(new ClientProtocolException("what it answers is no HTTP", e), route);
    } finally {
      deadline.complete(null);
    }
  }

  /** Before the way is open it is the proxy that fails, unless it has begun to speak TLS. */
  private static IOException blamed(IOException e, Route route) {
    boolean isOfProxy =
        route.proxy().isPresent()
            && !route.passage().isOpen()
            && !(e instanceof SSLException || e instanceof ProxyTrouble);
    return isOfProxy
        ? new ProxyTrouble(
            route.proxy().get(), "fails: " + Trouble.describe(e), Trouble.isTransient(e), e)
        : e;
  }

  /** The response timeout starts anew with every byte; a server may send few for very long. */
  private static CompletableFuture<Void> abortWhenLate(HttpUriRequestBase request) {
    CompletableFuture<Void> deadline = new CompletableFuture<>();
    deadline
        .orTimeout(WHOLE_ANSWER.toSeconds(), TimeUnit.SECONDS)
        .whenComplete(
            (done, late) -> {
              if (late != null) {
                request.abort();
              }
            });
    return deadline;
  }

  @Override
  public void close() {
    client.close(CloseMode.GRACEFUL);
  }

  private Answer read(HttpUriRequestBase request, Route route, ClassicHttpResponse response)
      throws IOException {
    if (!route.passage().isOpen()) {
      throw route.refusal(response.getCode(), response.getReasonPhrase());
    }
    byte[] body;
    try {
      body = Bodies.read(response.getEntity(), LARGEST_BODY);
    } catch (AnswerTooLarge e) {
      // otherwise the rest, however long, would be read before the connection is closed
      request.abort();
      throw e;
    }
    List<Header> headers = new ArrayList<>();
    response
        .headerIterator()
        .forEachRemaining(
            header ->
                headers.add(
                    new Header(
                        header.getName(), header.getValue() == null ? "" : header.getValue())));
    Headers all = new Headers(headers);
    return new Answer(
        route.target(),
        response.getVersion() == null ? "HTTP/1.1" : response.getVersion().toString(),
        response.getCode(),
        response.getReasonPhrase() == null ? "" : response.getReasonPhrase(),
        all,
        all.first("Retry-After").flatMap(value -> RetryAfter.parse(value, clock.instant())),
        body);
  }
}
