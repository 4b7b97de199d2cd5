package dev.amsshell.auth;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4jextensions.PersistenceSettings;
import com.microsoft.aad.msal4jextensions.PersistenceTokenCacheAccessAspect;
import com.sun.jna.Platform;
import dev.amsshell.base.PrivateFiles;
import dev.amsshell.base.SafeText;
import dev.amsshell.config.ConfigurationProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where the tokens of a profile's user are kept from run to run: with the system's own keeper of
 * secrets (keychain, libsecret, DPAPI), or, where there is none, in a file for its owner alone.
 */
final class UserTokenCache {
  private static final String SERVICE = "ams-shell";

  private final Path folder;
  private final String profile;

  /**
   * @param folder for the files
   */
  UserTokenCache(Path folder, String profile) {
    this.folder = folder;
    this.profile = profile;
  }

  /**
   * The place for MSAL to keep what it knows.
   *
   * @param notices told when there is no keeper of secrets
   */
  ITokenCacheAccessAspect open(Consumer<String> notices) {
    try {
      PrivateFiles.createFolder(folder);
      return Files.exists(file()) ? new TokenFile(file()) : kept(notices);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** Removes the files. What the system keeps for MSAL, MSAL itself must remove. */
  void forget() {
    try {
      Files.deleteIfExists(file());
      Files.deleteIfExists(marker());
    } catch (IOException e) {
      throw unwritable(file(), e);
    }
  }

  static ConfigurationProblem unwritable(Path path, IOException e) {
    return new ConfigurationProblem(
        "what a sign-in brings cannot be kept in %s: %s"
            .formatted(path, SafeText.line(e.getClass().getSimpleName() + " " + e.getMessage())),
        "Is there room, and may you write there? XDG_STATE_HOME names another place.");
  }

  private ITokenCacheAccessAspect kept(Consumer<String> notices) throws IOException {
    try {
      return new PersistenceTokenCacheAccessAspect(settings());
    } catch (RuntimeException | LinkageError e) {
      return inFile(notices);
    } catch (Error e) {
      // what JNA throws where libsecret is there and nobody keeps anything for it
      if (e.getClass() != Error.class) {
        throw e;
      }
      return inFile(notices);
    }
  }

  private ITokenCacheAccessAspect inFile(Consumer<String> notices) throws IOException {
    Files.deleteIfExists(marker());
    notices.accept(
        "there is no keeper of secrets here (%s); tokens are kept in %s, for you alone"
            .formatted(Platform.isMac() ? "keychain" : "libsecret", file()));
    return new TokenFile(file());
  }

  private PersistenceSettings settings() {
    return PersistenceSettings.builder(marker().getFileName().toString(), folder)
        .setMacKeychain(SERVICE, profile)
        .setLinuxKeyring(
            "default",
            "dev.amsshell.tokens",
            "Tokens of ams-shell, profile " + profile,
            "service",
            SERVICE,
            "profile",
            profile)
        .build();
  }

  private Path file() {
    return folder.resolve(profile + ".tokens");
  }

  /** The extension tells by this file's time that something has changed; DPAPI keeps all in it. */
  private Path marker() {
    return folder.resolve(profile + ".kept");
  }
}
