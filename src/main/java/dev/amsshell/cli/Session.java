package dev.amsshell.cli;

import dev.amsshell.await.Awaiting;
import dev.amsshell.await.Nap;
import dev.amsshell.dsl.Ams;
import dev.amsshell.script.GroovyRuntime;
import dev.amsshell.script.ScriptCache;
import dev.amsshell.script.ScriptEngine;
import dev.amsshell.service.MediaService;
import dev.amsshell.transport.Exchange;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Everything that belongs together while one command runs, wired when it is first needed. */
final class Session implements AutoCloseable {
  private final Settings options;
  private final Process process;
  private final Console console;
  private final Accounts accounts;

  /**
   * What a script is run in.
   *
   * @throws dev.amsshell.config.ConfigurationProblem when what is configured cannot be used
   * @throws dev.amsshell.sandbox.scenario.ScenarioProblem when the scenario cannot be used
   */
  Session(Settings options, Process process) {
    this(options, process, false);
  }

  /**
   * The same for the prompt.
   *
   * @param isPrompt whether somebody sits at the prompt, and the display knows how to measure
   */
  Session(Settings options, Process process, boolean isPrompt) {
    this.options = options;
    this.process = process;
    this.console = new Console(options, process, isPrompt);
    this.accounts = new Accounts(options, process, this::told, console::notice);
  }

  Process process() {
    return process;
  }

  Console console() {
    return console;
  }

  Accounts accounts() {
    return accounts;
  }

  /** What scripts know by name. */
  Map<String, Object> words() {
    return words(console::show);
  }

  /** What the prompt knows by name, where {@code show} does something else. */
  Map<String, Object> words(Consumer<Object> show) {
    return Map.of("ams", ams(() -> accounts.main(), show));
  }

  /** The words of one account; those of others by the name of their profile. */
  private Ams ams(Supplier<LinkedAccount> account, Consumer<Object> show) {
    Supplier<MediaService> service = () -> account.get().service();
    return new Ams(service, process.clock(), awaiting(service), show);
  }

  /** The account for work that nobody asked for: nothing that happens to it is told or traced. */
  Ams quietAms() {
    Supplier<MediaService> service = () -> accounts.main().quietService();
    return new Ams(service, process.clock(), awaiting(service), value -> {});
  }

  private Awaiting awaiting(Supplier<MediaService> service) {
    return new Awaiting(
        service,
        process.clock(),
        Nap.REAL,
        () -> ThreadLocalRandom.current().nextDouble(),
        console::progress,
        () -> console.settings().now().timeout());
  }

  /** The engine of scripts. Groovy and the way to the service get ready side by side. */
  ScriptEngine engine() {
    GroovyRuntime.startInBackground();
    if (accounts.isKnown()) {
      accounts.main().service();
    }
    Optional<ScriptCache> cache =
        Version.build()
            .map(
                build ->
                    new ScriptCache(
                        process.folders().cache().resolve("scripts"),
                        String.join(
                            " ", Version.number(), build, System.getProperty("java.version")),
                        process.clock()));
    return new ScriptEngine(words(), console.io(), cache);
  }

  /** Where {@code ams} leads, as a card; asks nobody. */
  Map<String, Object> connection() {
    Optional<String> endpoint = accounts.reached().map(LinkedAccount::describe);
    if (options.sandbox()) {
      return Connection.ofSandbox(options, endpoint);
    }
    return accounts
        .profile()
        .map(profile -> Connection.ofProfile(profile, endpoint))
        .orElseGet(Connection::ofNothing);
  }

  @Override
  public void close() {
    accounts.close();
  }

  private void told(Exchange exchange) {
    console.trace().accept(exchange);
  }
}
