package dev.amsshell.config;

import java.util.Objects;

/**
 * One account to talk to: an endpoint together with what opens it. The two are configured together
 * and are never mixed with halves of another profile.
 *
 * @param endpoint where the service is
 * @param token the bearer token, sent as it is
 * @param apiVersion the version of the API that is asked for
 */
public record Profile(Endpoint endpoint, Secret token, String apiVersion) {
  /** The version asked for when nothing else is configured; the highest there is (wire sheet 2). */
  public static final String DEFAULT_API_VERSION = "2.19";

  public Profile {
    Objects.requireNonNull(endpoint, "endpoint is null");
    Objects.requireNonNull(token, "token is null");
    Objects.requireNonNull(apiVersion, "apiVersion is null");
  }
}
