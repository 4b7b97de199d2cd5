package dev.amsshell.cli;

import dev.amsshell.config.Endpoint;
import dev.amsshell.config.Location;
import dev.amsshell.config.Profile;
import dev.amsshell.config.SecretSource;
import dev.amsshell.sandbox.Sandbox;
import dev.amsshell.sandbox.SandboxOptions;
import dev.amsshell.sandbox.scenario.Scenario;
import dev.amsshell.transport.Exchange;
import dev.amsshell.transport.Network;
import dev.amsshell.transport.NetworkSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The accounts that a run talks to: that of its profile or the sandbox, and others by name. */
final class Accounts implements AutoCloseable {
  private final Settings options;
  private final Process process;
  private final ProfileChoice choice;
  private final Consumer<Exchange> listener;
  private final Consumer<String> notices;
  private final Optional<Scenario> scenario;
  private final Optional<Profile> configured;
  private final Map<Optional<Path>, Network> networks = new HashMap<>();
  private final Map<String, LinkedAccount> named = new HashMap<>();
  private LinkedAccount first;

  /** The one that is used instead of the first since; null when none is. */
  private volatile LinkedAccount other;

  private Sandbox sandbox;

  /**
   * @param listener told of each request
   * @param notices told what a person may want to know while it happens
   * @throws dev.amsshell.config.ConfigurationProblem when what is configured cannot be used
   * @throws dev.amsshell.sandbox.scenario.ScenarioProblem when the scenario cannot be used
   */
  Accounts(
      Settings options, Process process, Consumer<Exchange> listener, Consumer<String> notices) {
    this.options = options;
    this.process = process;
    this.listener = listener;
    this.notices = notices;
    this.choice =
        new ProfileChoice(options.profile(), process.environment(), process.folders().config());
    // before anything can go wrong, and whether it is used or not
    process.redactor().learn(process.environment().get("AMS_TOKEN"));
    if (options.sandbox()) {
      choice.refuseBesideSandbox();
      this.configured = Optional.empty();
      this.scenario = options.scenario().map(file -> Scenario.read(Path.of(file)));
    } else if (options.scenario().isPresent()) {
      throw new UsageError(
          "--scenario is for the sandbox only",
          "Add --sandbox, or serve it: ams-shell sandbox --scenario " + options.scenario().get());
    } else {
      this.configured = choice.chosen();
      this.scenario = Optional.empty();
    }
  }

  /** Whether the way to the service is known without asking anybody. */
  boolean isKnown() {
    return configured.filter(profile -> profile.location() instanceof Location.At).isPresent();
  }

  /** How the profile is chosen. */
  ProfileChoice choice() {
    return choice;
  }

  /**
   * The account that the run is for.
   *
   * @throws dev.amsshell.config.ConfigurationProblem when none is configured
   */
  LinkedAccount main() {
    return current().get();
  }

  /** The account that the run is for now, also when it is for another one later. */
  Supplier<LinkedAccount> current() {
    LinkedAccount now = other;
    return now == null ? this::first : () -> now;
  }

  /** From now on the run is for the account of another profile; throws as {@link #named} does. */
  void use(String name) {
    other = named(name);
  }

  /**
   * The account of the profile that the run is for.
   *
   * @param purpose what is to be done with it, for people
   */
  LinkedAccount ofProfile(String purpose) {
    if (options.sandbox()) {
      throw new UsageError(
          "the sandbox has no profile to " + purpose,
          "Leave out --sandbox, or serve it and write a profile with its endpoint.");
    }
    return main();
  }

  /** The account that the run is for, if it was reached for already. */
  synchronized Optional<LinkedAccount> reached() {
    return Optional.ofNullable(other == null ? first : other);
  }

  /** The profile that the run is for; none in the sandbox, and when none is configured. */
  synchronized Optional<Profile> profile() {
    return other == null ? configured : Optional.of(other.profile());
  }

  /** The names of the profiles that can be named; none in the sandbox. */
  List<String> names() {
    return options.sandbox() ? List.of() : choice.profiles().names();
  }

  /**
   * The account of another profile.
   *
   * @throws dev.amsshell.config.ConfigurationProblem when there is none of that name, or it cannot
   *     be used
   */
  synchronized LinkedAccount named(String name) {
    if (options.sandbox()) {
      throw new UsageError(
          "this run is in the sandbox, and nothing in it leads to profile '%s'".formatted(name),
          "Leave out --sandbox; a profile may have the endpoint of a sandbox that is served.");
    }
    if (configured.filter(own -> own.name().equals(name)).isPresent()) {
      return first();
    }
    return named.computeIfAbsent(name, each -> linked(choice.named(each)));
  }

  @Override
  public synchronized void close() {
    if (first != null) {
      first.close();
    }
    named.values().forEach(LinkedAccount::close);
    networks.values().forEach(Network::close);
    if (sandbox != null) {
      sandbox.close();
    }
  }

  private synchronized LinkedAccount first() {
    if (first == null) {
      first =
          linked(options.sandbox() ? sandboxProfile() : configured.orElseThrow(choice::nothing));
    }
    return first;
  }

  private LinkedAccount linked(Profile profile) {
    Network network =
        networks.computeIfAbsent(
            profile.caFile(),
            caFile ->
                new Network(NetworkSettings.of(process.environment(), caFile), process.clock()));
    return new LinkedAccount(profile, network, process, listener, notices);
  }

  private Profile sandboxProfile() {
    try {
      SandboxOptions plain = new SandboxOptions(0, options.seed(), options.speed(), null);
      sandbox = Sandbox.start(scenario.map(plain::with).orElse(plain), process.clock());
    } catch (IOException e) {
      throw new UncheckedIOException("the sandbox could not be started", e);
    }
    process.redactor().learn(sandbox.token());
    return Profile.of(
        "--sandbox",
        Endpoint.parse(sandbox.endpoint().toString(), "the sandbox's address"),
        SecretSource.of(sandbox.token(), "the sandbox"));
  }
}
