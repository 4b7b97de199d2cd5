package dev.amsshell.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The key that the sandbox serves https with, from a PKCS#12 file. */
final class TlsKey {
  static final String PASSWORD = "AMS_SANDBOX_TLS_PASSWORD";

  private TlsKey() {}

  /**
   * @param password null for none
   * @throws UsageError when the file holds no key that opens with the password
   */
  static SSLContext read(String file, String password) {
    char[] secret = password == null ? new char[0] : password.toCharArray();
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, secret);
      if (Collections.list(store.aliases()).stream().noneMatch(alias -> isKey(store, alias))) {
        throw problem(file, "there is no private key in it");
      }
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, secret);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (NoSuchFileException e) {
      throw problem(file, "there is no such file");
    } catch (IOException e) {
      boolean wrongPassword = e.getCause() instanceof UnrecoverableKeyException;
      throw problem(
          file,
          !wrongPassword
              ? "it is no PKCS#12 file"
              : password == null ? PASSWORD + " is not set" : "the password does not open it");
    } catch (GeneralSecurityException | InvalidPathException e) {
      throw problem(file, "it cannot be used: " + e.getMessage());
    }
  }

  private static boolean isKey(KeyStore store, String alias) {
    try {
      return store.isKeyEntry(alias);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static UsageError problem(String file, String reason) {
    return new UsageError(
        "cannot serve https with the key in '%s': %s".formatted(file, reason),
        "Give a PKCS#12 file with a private key; its password is read from " + PASSWORD + ".");
  }
}
