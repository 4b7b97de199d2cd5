package dev.amsshell.cli;

import dev.amsshell.config.Profile;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where {@code ams} leads, and what made it lead there, for people; never with a token. */
final class Connection {
  private Connection() {}

  /**
   * The built-in service.
   *
   * @param endpoint null when it has not been started
   */
  static Map<String, Object> ofSandbox(Settings options, String endpoint) {
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("service", "the built-in sandbox");
    card.put("source", "--sandbox");
    card.put("endpoint", endpoint == null ? "started by the first request" : endpoint);
    card.put("apiVersion", Profile.DEFAULT_API_VERSION);
    card.put("token", "its own");
    options.scenario().ifPresent(file -> card.put("scenario", file));
    card.put("seed", options.seed());
    card.put("speed", options.speed());
    return card;
  }

  /**
   * What the environment names.
   *
   * @param endpoint where requests go now; the service may have redirected them
   */
  static Map<String, Object> ofEnvironment(Profile profile, String endpoint) {
    Map<String, Object> card = new LinkedHashMap<>();
    String configured = profile.endpoint().toString();
    card.put("service", "an account of Azure Media Services");
    card.put("source", "AMS_ENDPOINT and AMS_TOKEN");
    card.put("endpoint", configured);
    if (!endpoint.equals(configured)) {
      card.put("redirectedTo", endpoint);
    }
    card.put("apiVersion", profile.apiVersion());
    card.put("token", "set");
    return card;
  }

  /** None. */
  static Map<String, Object> ofNothing() {
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("service", "none");
    card.put("source", "neither --sandbox nor AMS_ENDPOINT and AMS_TOKEN");
    card.put("token", "not set");
    return card;
  }
}
