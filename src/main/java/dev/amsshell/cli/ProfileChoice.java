package dev.amsshell.cli;

import dev.amsshell.config.ConfigurationProblem;
import dev.amsshell.config.Environment;
import dev.amsshell.config.Profile;
import dev.amsshell.config.Profiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Which profile a run is for: one that is named, else what the environment makes, else the default.
 * Profiles are read when somebody needs them.
 */
final class ProfileChoice {
  private final Optional<String> option;
  private final Map<String, String> environment;
  private final Path file;

  /**
   * @param option the name that {@code --profile} gives
   */
  ProfileChoice(Optional<String> option, Map<String, String> environment, Path folder) {
    this.option = option;
    this.environment = environment;
    this.file = folder.resolve("profiles.toml");
  }

  /** The name of the one that is asked for, if any is. */
  Optional<String> name() {
    return option.or(() -> Environment.profileName(environment));
  }

  /**
   * The profile, or nothing when none is configured.
   *
   * @throws ConfigurationProblem when it cannot be used
   */
  Optional<Profile> chosen() {
    if (name().isPresent()) {
      return name().map(this::named);
    }
    Optional<Profile> anonymous = Environment.profile(environment);
    if (anonymous.isPresent() || !Files.exists(file)) {
      return anonymous;
    }
    return profiles().byDefault();
  }

  /** Refuses to rehearse what is meant for a profile that is named. */
  void refuseBesideSandbox() {
    if (name().isPresent()) {
      String source = option.isPresent() ? "--profile" : "AMS_PROFILE";
      throw new UsageError(
          "--sandbox is not for a profile, and %s names '%s'".formatted(source, name().get()),
          option.isPresent()
              ? "Leave out one of them."
              : "Unset AMS_PROFILE, or leave out --sandbox.");
    }
  }

  Profile named(String name) {
    return profiles().named(name);
  }

  Profiles profiles() {
    return Profiles.read(file, environment);
  }

  Path file() {
    return file;
  }

  /** What to tell somebody who asked for the service and has configured none. */
  ConfigurationProblem nothing() {
    return Environment.nothingConfigured(file);
  }
}
