package dev.amsshell.transport;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ssl.TLS;

/**
 * How connections are secured: TLS 1.2 or newer, the name of the host in the certificate, and a
 * signature of somebody trusted. Made when first needed, since a plain connection to this machine
 * should not pay for it.
 */
final class Tls {
  private final Optional<Path> caFile;
  private TlsSocketStrategy strategy;

  Tls(Optional<Path> caFile) {
    this.caFile = caFile;
  }

  /**
   * @throws dev.amsshell.config.ConfigurationProblem when the file of certificates cannot be used
   */
  synchronized TlsSocketStrategy strategy() {
    if (strategy == null) {
      strategy =
          ClientTlsStrategyBuilder.create()
              .setSslContext(context())
              .setTlsVersions(TLS.V_1_3, TLS.V_1_2)
              .buildClassic();
    }
    return strategy;
  }

  private SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, caFile.map(CaFile::trustedWithUsual).orElse(null), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }
}
