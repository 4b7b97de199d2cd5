package dev.amsshell.cli;

import dev.amsshell.auth.FixedToken;
import dev.amsshell.await.Awaiting;
import dev.amsshell.await.Nap;
import dev.amsshell.base.CancellableThread;
import dev.amsshell.base.Io;
import dev.amsshell.base.SafeText;
import dev.amsshell.config.Endpoint;
import dev.amsshell.config.Environment;
import dev.amsshell.config.Profile;
import dev.amsshell.config.Secret;
import dev.amsshell.dsl.Ams;
import dev.amsshell.render.CsvPrinter;
import dev.amsshell.render.JsonPrinter;
import dev.amsshell.render.NdjsonPrinter;
import dev.amsshell.render.Printer;
import dev.amsshell.render.Style;
import dev.amsshell.render.TablePrinter;
import dev.amsshell.sandbox.Sandbox;
import dev.amsshell.sandbox.SandboxOptions;
import dev.amsshell.sandbox.scenario.Scenario;
import dev.amsshell.script.GroovyRuntime;
import dev.amsshell.script.ScriptCache;
import dev.amsshell.script.ScriptEngine;
import dev.amsshell.service.MediaService;
import dev.amsshell.service.v2.V2MediaService;
import dev.amsshell.transport.Backoff;
import dev.amsshell.transport.Exchange;
import dev.amsshell.transport.HttpTransport;
import dev.amsshell.transport.Network;
import dev.amsshell.transport.NetworkSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Everything that belongs together while one command runs, wired when it is first needed. */
final class Session implements AutoCloseable {
  private final Settings options;
  private final LiveSettings settings;
  private final Process process;
  private final Views views;
  private final Trace trace;
  private final Optional<Profile> configured;
  private Optional<Scenario> scenario = Optional.empty();
  private volatile Consumer<String> teller;
  private Sandbox sandbox;
  private Profile profile;
  private Network network;
  private MediaService service;
  private MediaService quietService;

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
    this.settings = new LiveSettings(options.preferences());
    this.process = process;
    this.teller = process.io().err()::println;
    this.views = new Views(settings, options.quiet(), process, isPrompt, this::notice);
    this.trace = new Trace(process.redactor()::redact, this::errStyle, this::tell);
    // before anything can go wrong, and whether it is used or not
    process.redactor().learn(process.environment().get("AMS_TOKEN"));
    if (options.sandbox()) {
      Environment.refuseNamedProfile(process.environment());
      this.configured = Optional.empty();
      this.scenario = options.scenario().map(file -> Scenario.read(Path.of(file)));
    } else if (options.scenario().isPresent()) {
      throw new UsageError(
          "--scenario is for the sandbox only",
          "Add --sandbox, or serve it: ams-shell sandbox --scenario " + options.scenario().get());
    } else {
      this.configured = Environment.profile(process.environment());
    }
  }

  Process process() {
    return process;
  }

  /** What is asked for now; changes count at once. */
  LiveSettings settings() {
    return settings;
  }

  Io io() {
    return process.io();
  }

  /** What scripts know by name. */
  Map<String, Object> words() {
    return words(this::show);
  }

  /** What the prompt knows by name, where {@code show} does something else. */
  Map<String, Object> words(Consumer<Object> show) {
    return Map.of("ams", new Ams(this::service, process.clock(), awaiting(), show));
  }

  /** The account for work that nobody asked for: nothing that happens to it is told or traced. */
  Ams quietAms() {
    return new Ams(this::quietService, process.clock(), awaiting(), value -> {});
  }

  private Awaiting awaiting() {
    return new Awaiting(
        this::service,
        process.clock(),
        Nap.REAL,
        () -> ThreadLocalRandom.current().nextDouble(),
        views::open,
        () -> settings.now().timeout());
  }

  /** The engine of scripts. Groovy and the way to the service get ready side by side. */
  ScriptEngine engine() {
    GroovyRuntime.startInBackground();
    if (configured.isPresent()) {
      service();
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
    return new ScriptEngine(words(), io(), cache);
  }

  /** Prints values as the user asks for at the time. */
  Printer printer() {
    return (value, out) -> printer(this::style, this::notice).print(value, out);
  }

  /**
   * The same for the prompt.
   *
   * @param isWide whether lines may have any length, for a pager that can be scrolled sideways
   * @param notices told what is no part of the value
   */
  Printer printer(boolean isWide, Consumer<String> notices) {
    return printer(() -> isWide ? style().unlimited() : style(), notices);
  }

  private Style style() {
    return process.display().style(settings.now(), process.environment());
  }

  private Style errStyle() {
    return Display.style(
        io().errTerminal(), process.display().columns(), settings.now(), process.environment());
  }

  private Printer printer(Supplier<Style> style, Consumer<String> notices) {
    UnaryOperator<String> clean = process.redactor()::redact;
    return switch (settings.now().output()) {
      case TABLE -> new TablePrinter(clean, style, notices);
      case JSON -> new JsonPrinter(clean);
      case NDJSON -> new NdjsonPrinter(clean);
      case CSV -> new CsvPrinter(clean);
    };
  }

  /** Prints a value where results go. */
  void show(Object value) {
    printer().print(value, process.display().out());
  }

  ErrorReport errors() {
    return new ErrorReport(io().err(), process.redactor(), isJson());
  }

  private boolean isJson() {
    return settings.now().output().isJson();
  }

  /** Tells something that is no result and no error. */
  void notice(String text) {
    if (!options.quiet() && !isJson()) {
      tell("ams-shell: " + SafeText.line(process.redactor().redact(text)));
    }
  }

  /** Begins or ends to tell of each request, on stderr; even when notices are not wanted. */
  void trace(boolean isWanted) {
    trace.turn(isWanted);
  }

  boolean isTracing() {
    return trace.isOn();
  }

  /** From now on lines that are no results go there instead of to stderr. */
  void tellBy(Consumer<String> lines) {
    teller = lines;
  }

  /** A line that stays, whatever is drawn meanwhile. */
  private void tell(String line) {
    views.above(() -> teller.accept(line));
  }

  /** The service that is configured, connected to on first use. */
  synchronized MediaService service() {
    if (service == null) {
      service = connect(trace, this::notice);
    }
    return service;
  }

  private synchronized MediaService quietService() {
    if (quietService == null) {
      quietService = connect(exchange -> {}, notice -> {});
    }
    return quietService;
  }

  private MediaService connect(Consumer<Exchange> listener, Consumer<String> notices) {
    if (profile == null) {
      profile = options.sandbox() ? sandboxProfile() : configured();
    }
    if (network == null) {
      NetworkSettings settings = NetworkSettings.of(process.environment(), Optional.empty());
      network = new Network(settings, process.clock());
    }
    HttpTransport transport =
        new HttpTransport(
            profile.endpoint(),
            Set.of(),
            new FixedToken(profile.token()),
            network,
            Backoff.standard(() -> ThreadLocalRandom.current().nextDouble()),
            CancellableThread::current,
            listener);
    return new V2MediaService(transport, profile.apiVersion(), process.clock(), notices);
  }

  /** Where {@code ams} leads, as a card; asks nobody. */
  synchronized Map<String, Object> connection() {
    String endpoint = service == null ? null : service.describe();
    if (options.sandbox()) {
      return Connection.ofSandbox(options, endpoint);
    }
    return configured
        .map(
            profile ->
                Connection.ofEnvironment(
                    profile, endpoint == null ? profile.endpoint().toString() : endpoint))
        .orElseGet(Connection::ofNothing);
  }

  @Override
  public synchronized void close() {
    if (service != null) {
      service.close();
    }
    if (quietService != null) {
      quietService.close();
    }
    if (network != null) {
      network.close();
    }
    if (sandbox != null) {
      sandbox.close();
    }
  }

  private Profile configured() {
    return configured.orElseThrow(Environment::nothingConfigured);
  }

  private Profile sandboxProfile() {
    try {
      SandboxOptions plain = new SandboxOptions(0, options.seed(), options.speed(), null);
      sandbox = Sandbox.start(scenario.map(plain::with).orElse(plain), process.clock());
    } catch (IOException e) {
      throw new UncheckedIOException("the sandbox could not be started", e);
    }
    process.redactor().learn(sandbox.token());
    return new Profile(
        Endpoint.parse(sandbox.endpoint().toString(), "the sandbox's address"),
        new Secret(sandbox.token()),
        Profile.DEFAULT_API_VERSION);
  }
}
