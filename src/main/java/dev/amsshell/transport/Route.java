package dev.amsshell.transport;

import dev.amsshell.base.SafeText;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * The way of one call: through which proxy, and how far it has come. HttpClient carries it along.
 *
 * @param isProbe whether nothing is sent once the way is open
 */
record Route(URI target, Optional<ProxyServer> proxy, Passage passage, boolean isProbe) {
  private static final String KEY = Route.class.getName();

  /** What HttpClient is handed with the call. */
  HttpClientContext context() {
    HttpClientContext context = HttpClientContext.create();
    context.setAttribute(KEY, this);
    proxy
        .filter(known -> known.user() != null)
        .ifPresent(
            known -> {
              BasicScheme basic = new BasicScheme();
              basic.initPreemptive(
                  new UsernamePasswordCredentials(known.user(), known.password().toCharArray()));
              context.getAuthExchange(host(known)).select(basic);
            });
    return context;
  }

  /** Which way a call goes. */
  static HttpRoute of(HttpHost host, HttpContext context) throws HttpException {
    HttpHost target = RoutingSupport.normalize(host, DefaultSchemePortResolver.INSTANCE);
    boolean isSecure = "https".equalsIgnoreCase(target.getSchemeName());
    Route route = (Route) context.getAttribute(KEY);
    return route.proxy.isPresent()
        ? new HttpRoute(target, null, host(route.proxy.get()), isSecure)
        : new HttpRoute(target, null, isSecure);
  }

  /** Runs when the connection stands, just before the request is written to it. */
  static ClassicHttpResponse open(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    Route route = (Route) scope.clientContext.getAttribute(KEY);
    route.passage.open(scope.clientContext.getSSLSession());
    if (route.isProbe) {
      scope.execRuntime.discardEndpoint();
      return new BasicClassicHttpResponse(204);
    }
    return chain.proceed(request, scope);
  }

  /** What an answer means that came before the way to the service was open. */
  ProxyTrouble refusal(int status, String reason) {
    String words = reason == null || reason.isBlank() ? "" : " " + SafeText.line(reason);
    return new ProxyTrouble(
        proxy.orElseThrow(),
        status == 407
            ? "wants to know who asks (407%s)".formatted(words)
            : "does not let requests through to it (%d%s)".formatted(status, words),
        Answer.isTransient(status),
        null);
  }

  private static HttpHost host(ProxyServer proxy) {
    return new HttpHost("http", proxy.host(), proxy.port());
  }
}
