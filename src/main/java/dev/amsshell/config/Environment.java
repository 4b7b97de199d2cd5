package dev.amsshell.config;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The anonymous profile that the environment variables {@code AMS_ENDPOINT}, {@code AMS_TOKEN} and
 * {@code AMS_API_VERSION} make together.
 */
public final class Environment {
  private static final Pattern VERSION = Pattern.compile("\\d{1,3}\\.\\d{1,3}");

  private Environment() {}

  /**
   * @return the profile, or nothing when none of the variables is set
   * @throws ConfigurationProblem when only half of them is set or one is malformed
   */
  public static Optional<Profile> profile(Map<String, String> variables) {
    refuseNamedProfile(variables);
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
    return Optional.of(
        new Profile(Endpoint.parse(endpoint, "AMS_ENDPOINT"), token(token), version(variables)));
  }

  /**
   * A profile that is named is never replaced by another one in silence.
   *
   * @throws ConfigurationProblem when {@code AMS_PROFILE} is set
   */
  public static void refuseNamedProfile(Map<String, String> variables) {
    String name = variables.getOrDefault("AMS_PROFILE", "").strip();
    if (!name.isEmpty()) {
      throw new ConfigurationProblem(
          "AMS_PROFILE asks for the profile '" + name + "', and there are no named profiles",
          "Unset AMS_PROFILE, and set AMS_ENDPOINT and AMS_TOKEN or use --sandbox.");
    }
  }

  /** What to tell somebody who asked for the service and has configured none. */
  public static ConfigurationProblem nothingConfigured() {
    return new ConfigurationProblem(
        "no service is configured",
        """
        Set AMS_ENDPOINT (for example https://ACCOUNT.restv2.REGION.media.azure.net/api/) and AMS_TOKEN,
        or try the built-in service: add --sandbox to the command.""");
  }

  private static Secret token(String token) {
    // anything else cannot travel in a header, and would be quoted in an error by those who try
    if (!token.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw new ConfigurationProblem(
          "AMS_TOKEN has characters that no bearer token has (a space, a line break or non-ASCII)",
          "Set it to the token alone, without the word 'Bearer' and without quotes.");
    }
    return new Secret(token);
  }

  private static String version(Map<String, String> variables) {
    String version = variables.getOrDefault("AMS_API_VERSION", "").strip();
    if (version.isEmpty()) {
      return Profile.DEFAULT_API_VERSION;
    }
    if (!VERSION.matcher(version).matches()) {
      throw new ConfigurationProblem(
          "AMS_API_VERSION is not a version: '" + version + "'",
          "Expected a number such as 2.19, 2.17 or 2.11.");
    }
    return version;
  }
}
