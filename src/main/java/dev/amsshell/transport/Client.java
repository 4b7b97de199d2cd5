package dev.amsshell.transport;

import org.apache.hc.client5.http.auth.AuthSchemeFactory;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Sets up HttpClient, which is left nothing to decide: no redirects, retries, cookies, compression,
 * caches or answers to challenges of its own, so that what is sent is exactly what was asked for.
 */
final class Client {
  private static final Timeout CONNECT = Timeout.ofSeconds(10);
  private static final Timeout RESPONSE = Timeout.ofSeconds(30);

  /**
   * A connection that was idle for so long is looked at before it is used: what is lost on one that
   * the server has closed meanwhile may have been done, for all that is known here.
   */
  private static final TimeValue IDLE = TimeValue.ofMilliseconds(100);

  private static final int MOST_CONNECTIONS = 64;

  /** No server has reason to send more in a header; memory is not for strangers to fill. */
  private static final Http1Config LIMITS =
      Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(64 << 10).build();

  private Client() {}

  static CloseableHttpClient create(Tls tls) {
    PoolingHttpClientConnectionManager connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setTlsSocketStrategy(
                (socket, target, port, attachment, context) ->
                    tls.strategy().upgrade(socket, target, port, attachment, context))
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(LIMITS).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(CONNECT)
                    .setValidateAfterInactivity(IDLE)
                    .build())
            .setMaxConnPerRoute(Throttle.MOST)
            .setMaxConnTotal(MOST_CONNECTIONS)
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setRoutePlanner(Route::of)
        .addExecInterceptorAfter(ChainElement.CONNECT.name(), "route", Route::open)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(RESPONSE)
                .setConnectionRequestTimeout(CONNECT)
                .setProtocolUpgradeEnabled(false)
                .setAuthenticationEnabled(false)
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
}
