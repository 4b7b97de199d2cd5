package dev.amsshell.config;

import dev.amsshell.base.SafeText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The anonymous profile that the environment variables {@code AMS_ENDPOINT}, {@code AMS_TOKEN},
 * {@code AMS_API_VERSION} and {@code AMS_CA_FILE} make together.
 */
public final class Environment {
  /** What a version of the API looks like, in words. */
  static final String VERSION_FORM = "a number such as 2.19, 2.17 or 2.11";

  private static final Pattern VERSION = Pattern.compile("\\d{1,3}\\.\\d{1,3}");

  private Environment() {}

  /**
   * @return the profile, or nothing when none of the variables is set
   * @throws ConfigurationProblem when only half of them is set or one is malformed
   */
  public static Optional<Profile> profile(Map<String, String> variables) {
    String endpoint = variables.getOrDefault("AMS_ENDPOINT", "").strip();
    String token = variables.getOrDefault("AMS_TOKEN", "").strip();
    if (endpoint.isEmpty() && token.isEmpty()) {
      return Optional.empty();
    }
    if (endpoint.isEmpty() || token.isEmpty()) {
      String missing = endpoint.isEmpty() ? "AMS_ENDPOINT" : "AMS_TOKEN";
      String present = endpoint.isEmpty() ? "AMS_TOKEN" : "AMS_ENDPOINT";
      throw new ConfigurationProblem(
          present + " is set, but " + missing + " is not",
          "Set both: a token is only ever sent to the endpoint it was configured with.");
    }
    BearerText.check(token, "AMS_TOKEN");
    return Optional.of(
        new Profile(
            "",
            "AMS_ENDPOINT and AMS_TOKEN",
            new Location.At(Endpoint.parse(endpoint, "AMS_ENDPOINT")),
            new SignIn.Token(SecretSource.of(token, "AMS_TOKEN")),
            version(variables),
            false,
            Set.of(),
            caFile(variables)));
  }

  /** The profile that {@code AMS_PROFILE} names, if it does. */
  public static Optional<String> profileName(Map<String, String> variables) {
    return Optional.of(variables.getOrDefault("AMS_PROFILE", "").strip())
        .filter(name -> !name.isEmpty());
  }

  /** What to tell somebody who asked for the service and has configured none. */
  public static ConfigurationProblem nothingConfigured(Path profiles) {
    return new ConfigurationProblem(
        "no service is configured",
        """
        Set AMS_ENDPOINT (for example https://ACCOUNT.restv2.REGION.media.azure.net/api/) and AMS_TOKEN,
        write a profile called 'default' into %s,
        or try the built-in service: add --sandbox to the command."""
            .formatted(profiles));
  }

  static boolean isVersion(String text) {
    return VERSION.matcher(text).matches();
  }

  private static Optional<Path> caFile(Map<String, String> variables) {
    return Optional.of(variables.getOrDefault("AMS_CA_FILE", "").strip())
        .filter(file -> !file.isEmpty())
        .map(file -> path(file, variables));
  }

  private static Path path(String file, Map<String, String> variables) {
    try {
      return new Surroundings(variables, Path.of("").toAbsolutePath()).path(file);
    } catch (InvalidPathException e) {
      throw new ConfigurationProblem(
          "AMS_CA_FILE is not a path: '%s'".formatted(SafeText.line(file)),
          "It names a PEM file with certificates.");
    }
  }

  private static String version(Map<String, String> variables) {
    String version = variables.getOrDefault("AMS_API_VERSION", "").strip();
    if (version.isEmpty()) {
      return Profile.DEFAULT_API_VERSION;
    }
    if (!isVersion(version)) {
      throw new ConfigurationProblem(
          "AMS_API_VERSION is not a version: '" + version + "'", "Expected " + VERSION_FORM + ".");
    }
    return version;
  }
}
