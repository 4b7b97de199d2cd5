package dev.amsshell.transport;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How this machine reaches others.
 *
 * @param caFile certificates in PEM that are trusted in addition to those that Java trusts
 * @param proxies which way leads where
 */
public record NetworkSettings(Optional<Path> caFile, Proxies proxies) {
  public NetworkSettings {
    Objects.requireNonNull(caFile, "caFile is null");
    Objects.requireNonNull(proxies, "proxies is null");
  }

  /** What the environment variables say, and a file of certificates. Nothing is read yet. */
  public static NetworkSettings of(Map<String, String> environment, Optional<Path> caFile) {
    return new NetworkSettings(caFile, Proxies.of(environment));
  }
}
