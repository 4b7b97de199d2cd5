package dev.amsshell.config;

import java.nio.file.Path;
import java.util.Optional;

/** How a profile comes to its token. Nothing here shows a secret. */
public sealed interface SignIn {
  /** Its name in a profile, such as {@code client-secret}. */
  String label();

  /** Whether a person has to be there once. */
  default boolean isInteractive() {
    return false;
  }

  /**
   * A token that somebody else got, a JWT or an old SWT, sent as it is.
   *
   * @param source where it is to be had
   */
  record Token(SecretSource source) implements SignIn {
    @Override
    public String label() {
      return "token";
    }
  }

  /**
   * An application with its secret.
   *
   * @param clientId the application
   */
  record ClientSecret(Directory directory, String clientId, SecretSource secret) implements SignIn {
    @Override
    public String label() {
      return "client-secret";
    }
  }

  /**
   * An application with its certificate and private key.
   *
   * @param clientId the application
   * @param file PEM or PKCS#12, with the key and the chain
   * @param password opens the file; nothing when it is open
   */
  record Certificate(
      Directory directory, String clientId, Path file, Optional<SecretSource> password)
      implements SignIn {
    @Override
    public String label() {
      return "certificate";
    }
  }

  /**
   * A user, who signs in once.
   *
   * @param clientId the application that the user signs in with
   * @param isByBrowser whether in the browser of this machine, else with a code that is typed at
   *     another device
   */
  record User(Directory directory, String clientId, boolean isByBrowser) implements SignIn {
    @Override
    public String label() {
      return isByBrowser ? "browser" : "device-code";
    }

    @Override
    public boolean isInteractive() {
      return true;
    }
  }

  /**
   * The identity of the machine that this runs on.
   *
   * @param resource the audience of tokens for the service
   * @param managementResource the audience of tokens for Azure Resource Manager
   * @param clientId which identity, when it is one that was assigned by a user
   */
  record ManagedIdentity(String resource, String managementResource, Optional<String> clientId)
      implements SignIn {
    @Override
    public String label() {
      return "managed-identity";
    }
  }
}
