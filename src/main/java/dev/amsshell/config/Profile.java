package dev.amsshell.config;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One account to talk to: where it is together with what opens it. The two are configured together
 * and are never mixed with halves of another profile.
 *
 * @param name what it is called; empty for what the environment or the sandbox makes
 * @param source what configured it, for people, such as a file's name
 * @param location where the service is
 * @param signIn how to come to a token
 * @param apiVersion the version of the API that is asked for
 * @param isReadOnly whether nothing may be changed
 * @param redirectHosts hosts that a redirect may lead to, besides those that are the service's own
 * @param caFile certificates to trust besides those that Java does
 */
public record Profile(
    String name,
    String source,
    Location location,
    SignIn signIn,
    String apiVersion,
    boolean isReadOnly,
    Set<String> redirectHosts,
    Optional<Path> caFile) {
  /** The version asked for when nothing else is configured; the highest there is (wire sheet 2). */
  public static final String DEFAULT_API_VERSION = "2.19";

  public Profile {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(source, "source is null");
    Objects.requireNonNull(location, "location is null");
    Objects.requireNonNull(signIn, "signIn is null");
    Objects.requireNonNull(apiVersion, "apiVersion is null");
    Objects.requireNonNull(caFile, "caFile is null");
    redirectHosts = Set.copyOf(redirectHosts);
  }

  /** An address with a token that is at hand, and nothing special. */
  public static Profile of(String source, Endpoint endpoint, SecretSource token) {
    return new Profile(
        "",
        source,
        new Location.At(endpoint),
        new SignIn.Token(token),
        DEFAULT_API_VERSION,
        false,
        Set.of(),
        Optional.empty());
  }
}
