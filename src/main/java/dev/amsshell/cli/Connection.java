package dev.amsshell.cli;

import dev.amsshell.config.Profile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where {@code ams} leads, and what made it lead there, for people; never with a token. */
final class Connection {
  private Connection() {}

  /**
   * The built-in service.
   *
   * @param endpoint where it is; nothing when it has not been started
   */
  static Map<String, Object> ofSandbox(Settings options, Optional<String> endpoint) {
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("service", "the built-in sandbox");
    card.put("source", "--sandbox");
    card.put("endpoint", endpoint.orElse("started by the first request"));
    card.put("apiVersion", Profile.DEFAULT_API_VERSION);
    card.put("token", "its own");
    options.scenario().ifPresent(file -> card.put("scenario", file));
    card.put("seed", options.seed());
    card.put("speed", options.speed());
    return card;
  }

  /**
   * What a profile names.
   *
   * @param endpoint where requests go now, if there were any; the service may have redirected them
   */
  static Map<String, Object> ofProfile(Profile profile, Optional<String> endpoint) {
    Map<String, Object> card = new LinkedHashMap<>();
    String configured = profile.location().describe();
    card.put("service", "an account of Azure Media Services");
    if (!profile.name().isEmpty()) {
      card.put("profile", profile.name());
    }
    card.put("source", profile.source());
    card.put("endpoint", configured);
    endpoint.filter(now -> !now.equals(configured)).ifPresent(now -> card.put("redirectedTo", now));
    card.put("apiVersion", profile.apiVersion());
    card.put("auth", profile.signIn().label());
    card.put("readOnly", profile.isReadOnly());
    return card;
  }

  /** None. */
  static Map<String, Object> ofNothing() {
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("service", "none");
    card.put("source", "no profile, neither --sandbox nor AMS_ENDPOINT and AMS_TOKEN");
    return card;
  }
}
