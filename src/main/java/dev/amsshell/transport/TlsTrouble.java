package dev.amsshell.transport;

import dev.amsshell.base.SafeText;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a connection could not be secured, in words for a person; those of Java are for itself. */
final class TlsTrouble {
  private TlsTrouble() {}

  static String describe(SSLException e) {
    String message = SafeText.line(e.getMessage() == null ? "" : e.getMessage());
    String lower = message.toLowerCase(Locale.ROOT);
    if (cause(e, CertificateExpiredException.class).isPresent()) {
      return "its certificate has expired";
    }
    if (cause(e, CertificateNotYetValidException.class).isPresent()) {
      return "its certificate is not valid yet; is the clock of this machine right?";
    }
    if (cause(e, CertPathBuilderException.class).isPresent()) {
      return "nobody this machine trusts has signed its certificate; if it is your own, name its CA"
          + " in ca-file";
    }
    if (cause(e, CertificateException.class).filter(TlsTrouble::isOfName).isPresent()) {
      return "its certificate is for another name";
    }
    if (lower.contains("protocol_version") || lower.contains("protocol version")) {
      return "it speaks no TLS as new as 1.2";
    }
    if (lower.contains("handshake_failure") || lower.contains("no cipher suites in common")) {
      return "it and this machine know no cipher in common, or it wants a certificate of the client";
    }
    if (lower.contains("unrecognized ssl message") || lower.contains("plaintext connection")) {
      return "it does not speak TLS";
    }
    return "TLS failed (" + message + ")";
  }

  private static boolean isOfName(CertificateException e) {
    String message = e.getMessage() == null ? "" : e.getMessage();
    return message.startsWith("No subject alternative") || message.startsWith("No name matching");
  }

  private static <T extends Throwable> Optional<T> cause(Throwable e, Class<T> type) {
    return Stream.iterate(e, each -> each != null, Throwable::getCause)
        .limit(20)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }
}
