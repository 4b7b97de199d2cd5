package dev.amsshell.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Which ams-shell this is. */
final class Version {
  private Version() {}

  /** The released version, such as {@code 0.1.0}. */
  static String number() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  /** What {@code --version} says. */
  static String text() {
    return "ams-shell %s (Java %s)".formatted(number(), System.getProperty("java.version"));
  }

  /** Tells builds apart; nothing when not run from a jar, whose parts may change one by one. */
  static Optional<String> build() {
    try {
      Path jar = Path.of(Version.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(jar)
          ? Optional.of(Files.getLastModifiedTime(jar).toMillis() + "-" + Files.size(jar))
          : Optional.empty();
    } catch (URISyntaxException | IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
