package dev.amsshell.auth;

import dev.amsshell.base.SafeText;
import dev.amsshell.config.ConfigurationProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The certificate of an application with its private key, from a PEM or a PKCS#12 file.
 *
 * @param key an RSA key, as the directory wants
 * @param chain the certificate of the key first, then those that signed it, as far as they are
 *     there
 */
record ClientCertificate(PrivateKey key, List<X509Certificate> chain) {
  private static final long LARGEST = 1 << 20;

  /**
   * Reads the file.
   *
   * @param password opens it; empty for none
   * @throws ConfigurationProblem when it holds no such certificate, or the password does not open
   *     it
   */
  static ClientCertificate read(Path file, String password) {
    try {
      if (Files.size(file) > LARGEST) {
        throw problem(file, "it is too large");
      }
      byte[] content = Files.readAllBytes(file);
      String text = new String(content, StandardCharsets.ISO_8859_1);
      ClientCertificate read =
          text.contains("-----BEGIN ")
              ? PemCertificate.read(text, password.toCharArray())
              : store(content, password.toCharArray());
      if (!(read.key() instanceof RSAPrivateKey)) {
        throw problem(file, "its key is not RSA, which the directory wants");
      }
      return read;
    } catch (NoSuchFileException e) {
      throw problem(file, "there is no such file");
    } catch (WrongPassword e) {
      throw new ConfigurationProblem(
          "the certificate %s does not open: %s"
              .formatted(
                  file,
                  password.isEmpty()
                      ? "it has a password, and certificate-password is not set"
                      : "certificate-password is wrong"),
          "certificate-password is env:NAME, file:PATH or cmd:COMMAND.");
    } catch (IOException | GeneralSecurityException e) {
      throw problem(file, SafeText.line(String.valueOf(e.getMessage())));
    }
  }

  /** The password does not open it, or there is none. */
  static final class WrongPassword extends GeneralSecurityException {
    WrongPassword(Throwable cause) {
      super("wrong password", cause);
    }
  }

  /**
   * Refuses one that no directory would take.
   *
   * @throws SignInRefused when it has expired
   */
  void requireValid(Instant now) {
    Instant until = chain.get(0).getNotAfter().toInstant();
    if (now.isAfter(until)) {
      throw new SignInRefused(
          "the application's certificate expired at " + until,
          "Make a new one, register it with the application, and name its file in the profile.",
          null);
    }
  }

  private static ClientCertificate store(byte[] content, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(new ByteArrayInputStream(content), password);
    } catch (IOException e) {
      if (e.getCause() instanceof UnrecoverableKeyException) {
        throw new WrongPassword(e);
      }
      throw new IOException("it is neither PEM nor PKCS#12", e);
    }
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)
          && store.getKey(alias, password) instanceof PrivateKey key
          && store.getCertificateChain(alias) != null) {
        return new ClientCertificate(key, x509(store.getCertificateChain(alias)));
      }
    }
    throw new GeneralSecurityException("there is no private key with a certificate in it");
  }

  private static List<X509Certificate> x509(Certificate[] chain) {
    List<X509Certificate> result = new ArrayList<>();
    for (Certificate each : chain) {
      result.add((X509Certificate) each);
    }
    return List.copyOf(result);
  }

  private static ConfigurationProblem problem(Path file, String reason) {
    return new ConfigurationProblem(
        "the certificate %s cannot be used: %s".formatted(file, reason),
        "Give a PEM or PKCS#12 file with the certificate and its private key (RSA).");
  }

  /** Does not say the key. */
  @Override
  public String toString() {
    return "ClientCertificate[" + chain.get(0).getSubjectX500Principal() + "]";
  }
}
