package dev.amsshell.transport;

import dev.amsshell.config.ConfigurationProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** A file of certificates in PEM whose owners are trusted to sign those of others. */
final class CaFile {
  private static final Pattern CERTIFICATE =
      Pattern.compile(
          "-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([^-]*)-----END (?:X509 |TRUSTED )?CERTIFICATE-----");

  private CaFile() {}

  /**
   * Trust in the owners of these certificates and in those that Java trusts.
   *
   * @throws ConfigurationProblem when the file cannot be read or holds something else
   */
  static TrustManager[] trustedWithUsual(Path file) {
    try {
      List<X509Certificate> roots = new ArrayList<>(certificates(file));
      for (TrustManager manager : managers(null)) {
        if (manager instanceof X509TrustManager usual) {
          roots.addAll(List.of(usual.getAcceptedIssuers()));
        }
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (X509Certificate root : roots) {
        store.setCertificateEntry("root " + store.size(), root);
      }
      return managers(store);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java cannot keep certificates", e);
    }
  }

  private static TrustManager[] managers(KeyStore roots) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(roots);
    return factory.getTrustManagers();
  }

  private static List<X509Certificate> certificates(Path file) throws CertificateException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<X509Certificate> certificates = new ArrayList<>();
    Matcher block = CERTIFICATE.matcher(text(file));
    while (block.find()) {
      try {
        byte[] encoded = Base64.getMimeDecoder().decode(block.group(1));
        certificates.add(
            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded)));
      } catch (CertificateException | IllegalArgumentException e) {
        throw problem(file, "holds a certificate that is broken");
      }
    }
    if (certificates.isEmpty()) {
      throw problem(file, "holds no certificate");
    }
    return certificates;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw problem(file, "does not exist");
    } catch (IOException e) {
      throw problem(file, "cannot be read");
    }
  }

  private static ConfigurationProblem problem(Path file, String what) {
    return new ConfigurationProblem(
        "the CA file " + file + " " + what,
        "Expected certificates in PEM: each begins with -----BEGIN CERTIFICATE-----.");
  }
}
