package dev.amsshell.cli;

import dev.amsshell.await.Awaiting;
import dev.amsshell.await.Nap;
import dev.amsshell.check.Bookmark;
import dev.amsshell.check.Bookmarks;
import dev.amsshell.check.Checked;
import dev.amsshell.check.Checks;
import dev.amsshell.dsl.Ams;
import dev.amsshell.dsl.ChangePlan;
import dev.amsshell.dsl.Host;
import dev.amsshell.dsl.WriteGuard;
import dev.amsshell.dsl.WriteRefused;
import dev.amsshell.script.GroovyRuntime;
import dev.amsshell.script.ScriptCache;
import dev.amsshell.script.ScriptEngine;
import dev.amsshell.service.MediaService;
import dev.amsshell.transport.Exchange;
import dev.amsshell.transport.HarFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Everything that belongs together while one command runs, wired when it is first needed. */
final class Session implements AutoCloseable {
  private final Settings options;
  private final Process process;
  private final Console console;
  private final Optional<HarFile> har;
  private final Accounts accounts;
  private final Instant began;
  private final Checks checks;
  private final Bookmarks bookmarks;
  private final Consumer<String> onBookmark;
  private volatile Consumer<Checked> onCheck;

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
    this.began = process.clock().instant();
    this.checks = new Checks(process.clock(), checked -> onCheck.accept(checked));
    this.onCheck = this::showCheck;
    this.bookmarks = new Bookmarks(process.folders().state().resolve("bookmarks"), began);
    this.onBookmark = isPrompt ? once(console::notice) : notice -> {};
    this.har = options.trace().map(this::har);
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

  /** When it began. */
  Instant began() {
    return began;
  }

  /** The checks of its script. */
  Checks checks() {
    return checks;
  }

  /** The bookmarks that its script uses. */
  Bookmarks bookmarks() {
    return bookmarks;
  }

  /** For people each check is told when it is made; for programs all are one result at the end. */
  private void showCheck(Checked checked) {
    process.ending().await();
    if (console.isForPeople()) {
      console.show(checked);
    }
  }

  /** What scripts know by name. */
  Map<String, Object> words() {
    return words(console::show, new HeadlessGuard(options.allowWrites(), console::notice));
  }

  /**
   * What the prompt knows by name, where {@code show} does something else.
   *
   * @param question asks whether a change is meant
   */
  Map<String, Object> promptWords(Consumer<Object> show, WriteGuard question) {
    onCheck = checked -> show.accept(console.isForPeople() ? checked : checked.result());
    return words(show, new PromptGuard(question, console::above, console::notice));
  }

  private Map<String, Object> words(Consumer<Object> show, WriteGuard guard) {
    return Map.of("ams", ams(accounts.current(), show, guard));
  }

  /** The words of one account, which lead to those of the other profiles. */
  private Ams ams(Supplier<LinkedAccount> account, Consumer<Object> show, WriteGuard guard) {
    Supplier<MediaService> service = () -> account.get().service();
    return new Ams(
        service,
        process.clock(),
        awaiting(service),
        new ProfileGuard(() -> account.get().profile(), guard),
        new Host(
            show,
            process.redactor()::redact,
            name -> {
              LinkedAccount other = accounts.named(name);
              return ams(() -> other, show, guard);
            },
            checks,
            name -> bookmark(account.get(), name)));
  }

  private Bookmark bookmark(LinkedAccount account, String name) {
    onBookmark.accept("bookmarks are read at the prompt, and nothing is added to them");
    // a sandbox has another port each time
    String place =
        options.sandbox()
            ? "sandbox %s %d".formatted(options.scenario().orElse(""), options.seed())
            : "%s %s".formatted(account.profile().name(), account.profile().location().describe());
    return bookmarks.of(place, name);
  }

  private static Consumer<String> once(Consumer<String> notices) {
    AtomicBoolean isTold = new AtomicBoolean();
    return notice -> {
      if (!isTold.getAndSet(true)) {
        notices.accept(notice);
      }
    };
  }

  /**
   * The account for work that nobody asked for: nothing that happens to it is told or traced. None
   * as long as that could not be kept.
   */
  Optional<Ams> quietAms() {
    return accounts.main().quietService().map(this::quietAms);
  }

  private Ams quietAms(MediaService quiet) {
    return new Ams(
        () -> quiet,
        process.clock(),
        awaiting(() -> quiet),
        Session::refuseQuietly,
        new Host(value -> {}, text -> text, Session::refuseOthers));
  }

  private static void refuseQuietly(ChangePlan plan) {
    throw new WriteRefused("nobody asked to " + plan.summary(), "");
  }

  private static Ams refuseOthers(String name) {
    throw new IllegalStateException("nobody asked for " + name);
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
    har.ifPresent(HarFile::close);
  }

  private void told(Exchange exchange) {
    console.trace().accept(exchange);
    har.ifPresent(file -> file.accept(exchange));
  }

  private HarFile har(String file) {
    try {
      return new HarFile(
          Path.of(file), process.redactor()::redact, Version.number(), console::notice);
    } catch (InvalidPathException e) {
      throw Settings.wrong("trace", file, "the path of a file");
    }
  }
}
