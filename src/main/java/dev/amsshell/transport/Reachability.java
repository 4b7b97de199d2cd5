package dev.amsshell.transport;

import dev.amsshell.base.CancellableThread;
import dev.amsshell.base.Cancellation;
import dev.amsshell.base.SafeText;
import dev.amsshell.config.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * The first steps on the way to a service, one by one, for somebody who wants to know which fails.
 */
public final class Reachability {
  private final HttpExchange exchange;

  public Reachability(Network network) {
    this.exchange = network.exchange();
  }

  /**
   * Looks up the name of the host.
   *
   * @return its addresses, or who looks them up instead
   * @throws Unreachable when there is no such host
   */
  public String resolve(Endpoint endpoint) {
    Optional<ProxyServer> proxy = exchange.proxy(endpoint.root());
    try {
      if (proxy.isPresent()) {
        return "left to the proxy %s, which is at %s"
            .formatted(proxy.get(), addresses(proxy.get().host()));
      }
      return addresses(endpoint.root().getHost());
    } catch (IOException e) {
      throw Unreachable.at(endpoint.root(), 1, proxy.map(known -> lost(known, e)).orElse(e));
    }
  }

  private static IOException lost(ProxyServer proxy, IOException e) {
    return new ProxyTrouble(proxy, "is not to be found: " + Trouble.describe(e), true, e);
  }

  private static String addresses(String host) throws IOException {
    return Stream.of(InetAddress.getAllByName(host))
        .map(InetAddress::getHostAddress)
        .collect(Collectors.joining(", "));
  }

  /**
   * Connects, through the proxy where there is one, and agrees on a cipher; sends nothing else.
   *
   * @return the version of TLS, and whose certificate it is
   * @throws Unreachable when nobody listens there, or nobody who can be trusted
   * @throws dev.amsshell.config.ConfigurationProblem when the CA file or the proxy is none
   */
  public String handshake(Endpoint endpoint) {
    Cancellation wish = CancellableThread.current();
    try {
      Passage passage = exchange.open(endpoint.root(), wish);
      String by =
          exchange.proxy(endpoint.root()).map(proxy -> ", through the proxy " + proxy).orElse("");
      return passage.session().isEmpty()
          ? "plain http, which needs no TLS on this machine"
          : described(passage.session().get()) + by;
    } catch (IOException e) {
      wish.checkpoint();
      throw Unreachable.at(endpoint.root(), 1, e);
    }
  }

  private static String described(SSLSession session) throws SSLPeerUnverifiedException {
    if (!(session.getPeerCertificates()[0] instanceof X509Certificate certificate)) {
      return session.getProtocol();
    }
    return "%s, certificate of %s, signed by %s, valid until %s"
        .formatted(
            session.getProtocol(),
            SafeText.line(certificate.getSubjectX500Principal().getName()),
            SafeText.line(certificate.getIssuerX500Principal().getName()),
            LocalDate.ofInstant(certificate.getNotAfter().toInstant(), ZoneOffset.UTC));
  }
}
