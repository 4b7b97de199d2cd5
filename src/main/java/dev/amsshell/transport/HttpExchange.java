package dev.amsshell.transport;

import dev.amsshell.base.Cancellation;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.auth.AuthSchemeFactory;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * One request and its answer over HttpClient, which is left nothing to decide: no redirects,
 * retries, cookies, compression or caches of its own, so that what is sent is exactly what was
 * asked for.
 */
final class HttpExchange implements AutoCloseable {
  private static final int LARGEST_BODY = 64 << 20;
  private static final Timeout CONNECT = Timeout.ofSeconds(10);
  private static final Timeout RESPONSE = Timeout.ofSeconds(30);
  private static final Duration WHOLE_ANSWER = Duration.ofSeconds(60);

  private final CloseableHttpClient client = client();

  /**
   * @param answer what came back
   * @param location the Location header, or null
   */
  record Raw(Answer answer, String location) {}

  Raw send(
      Outgoing outgoing,
      URI uri,
      List<Header> headers,
      String token,
      String clientRequestId,
      Cancellation wish)
      throws IOException {
    HttpUriRequestBase request = new HttpUriRequestBase(outgoing.method(), uri);
    if (outgoing.body().length > 0) {
      request.setEntity(new ByteArrayEntity(outgoing.body(), null));
    }
    headers.forEach(header -> request.setHeader(header.name(), header.value()));
    request.setHeader("Authorization", "Bearer " + token);
    request.setHeader("x-ms-client-request-id", clientRequestId);
    CompletableFuture<Void> deadline = abortWhenLate(request);
    try (Cancellation.Registration abort = wish.onCancel(request::abort)) {
      return client.execute(request, response -> read(uri, request, response));
    } catch (IOException e) {
      throw deadline.isDone() ? new SocketTimeoutException("no whole answer in time") : e;
    } catch (RuntimeException e) {
      // a status or an address that HttpClient does not believe in
      throw new ClientProtocolException("what it answers is no HTTP", e);
    } finally {
      deadline.complete(null);
    }
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

  private static Raw read(URI uri, HttpUriRequestBase request, ClassicHttpResponse response)
      throws IOException {
    HttpEntity entity = response.getEntity();
    byte[] body = new byte[0];
    if (entity != null) {
      body = entity.getContent().readNBytes(LARGEST_BODY + 1);
      if (body.length > LARGEST_BODY) {
        // otherwise the rest, however long, would be read before the connection is closed
        request.abort();
        throw new AnswerTooLarge(LARGEST_BODY);
      }
    }
    Answer answer =
        new Answer(
            uri,
            response.getCode(),
            header(response, "Content-Type", ""),
            header(response, "x-ms-request-id", header(response, "request-id", "")),
            body);
    return new Raw(answer, header(response, "Location", null));
  }

  private static String header(ClassicHttpResponse response, String name, String otherwise) {
    org.apache.hc.core5.http.Header header = response.getFirstHeader(name);
    return header == null || header.getValue() == null ? otherwise : header.getValue();
  }

  private static CloseableHttpClient client() {
    PoolingHttpClientConnectionManager connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            // made when first needed: a plain connection to this machine should not pay for TLS
            .setTlsSocketStrategy(
                (socket, target, port, attachment, context) ->
                    Tls.STRATEGY.upgrade(socket, target, port, attachment, context))
            .setDefaultConnectionConfig(
                ConnectionConfig.custom().setConnectTimeout(CONNECT).build())
            .setMaxConnPerRoute(Throttle.MOST)
            .setMaxConnTotal(Throttle.MOST)
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(RESPONSE)
                .setConnectionRequestTimeout(CONNECT)
                .setProtocolUpgradeEnabled(false)
                .build())
        .setDefaultAuthSchemeRegistry(RegistryBuilder.<AuthSchemeFactory>create().build())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableContentCompression()
        .disableAuthCaching()
        .disableDefaultUserAgent()
        .build();
  }

  private static final class Tls {
    static final DefaultClientTlsStrategy STRATEGY = DefaultClientTlsStrategy.createDefault();
  }
}
