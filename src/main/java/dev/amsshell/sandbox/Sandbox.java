package dev.amsshell.sandbox;

import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.api.Api;
import dev.amsshell.sandbox.arm.ResourceManager;
import dev.amsshell.sandbox.faults.Faults;
import dev.amsshell.sandbox.faults.UnreliableService;
import dev.amsshell.sandbox.faults.Whereabouts;
import dev.amsshell.sandbox.http.Service;
import dev.amsshell.sandbox.http.Site;
import dev.amsshell.sandbox.odata.Negotiation;
import dev.amsshell.sandbox.scenario.Scenario;
import dev.amsshell.sandbox.server.ExchangeHandler;
import dev.amsshell.sandbox.server.FrontHost;
import dev.amsshell.sandbox.server.Listener;
import dev.amsshell.sandbox.server.RequestLog;
import dev.amsshell.sandbox.server.Sender;
import dev.amsshell.sandbox.server.Threads;
import dev.amsshell.sandbox.signin.Gate;
import dev.amsshell.sandbox.signin.Sessions;
import dev.amsshell.sandbox.signin.Signin;
import dev.amsshell.sandbox.signin.Tokens;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

/** A running sandbox. It serves from daemon threads only, so it never keeps a process alive. */
public final class Sandbox implements AutoCloseable {

  private final List<Listener> listeners;
  private final ExecutorService threads;
  private final CountDownLatch closing;
  private final Account account;
  private final Sessions sessions;
  private final URI endpoint;
  private final String token;

  private Sandbox(
      List<Listener> listeners,
      ExecutorService threads,
      CountDownLatch closing,
      Account account,
      Sessions sessions,
      URI endpoint,
      String token) {
    this.listeners = listeners;
    this.threads = threads;
    this.closing = closing;
    this.account = account;
    this.sessions = sessions;
    this.endpoint = endpoint;
    this.token = token;
  }

  /**
   * Opens the port and serves a fresh account. A scenario in which the account moves opens a second
   * port, any that is free.
   *
   * @param clock the sandbox's only source of time; jobs live by it
   */
  public static Sandbox start(SandboxOptions options, Clock clock) throws IOException {
    Scenario scenario = options.scenario();
    Instant start = clock.instant();
    Account account = new Account(scenario.account(), options.seed(), options.speed(), start);
    Faults faults = new Faults(scenario.faults(), options.seed(), start, clock);
    Clock directoryClock = Clock.offset(clock, scenario.skew());
    Instant expires =
        scenario.tokens().fixed() == null
            ? Instant.MAX
            : directoryClock.instant().plus(scenario.tokens().fixed());

    // Last, so that no port stays open when anything above fails.
    List<Listener> listeners = open(options);
    List<Integer> ports = listeners.stream().map(Listener::port).toList();
    List<URI> roots = ports.stream().map(port -> root(options, port)).toList();
    String token = options.token() == null ? randomToken() : options.token();
    Tokens tokens = new Tokens(token, expires, directoryClock);
    Whereabouts whereabouts = new Whereabouts(ports.get(0), ports.size() > 1 ? ports.get(1) : 0);
    Sessions sessions = new Sessions(directoryClock);
    CountDownLatch closing = new CountDownLatch(1);
    ExecutorService threads = Threads.pool();

    for (int i = 0; i < listeners.size(); i++) {
      Site site = new Site(roots.get(i));
      Negotiation negotiation = new Negotiation(roots.get(i), clock);
      Service api =
          new FrontHost(
              site,
              ports.get(i),
              new Api(account, scenario.nextLink(), roots.get(i), negotiation, clock));
      Service manager =
          new ResourceManager(
              scenario.resource(), tokens, site, new Gate(tokens, negotiation, api));
      Service service =
          new Signin(
              tokens,
              sessions,
              scenario.tokens(),
              scenario.directory(),
              site,
              directoryClock,
              manager);
      UnreliableService unreliable =
          new UnreliableService(
              faults, tokens, negotiation, clock, site, whereabouts, ports.get(i), service);
      RequestLog log = new RequestLog(options.log(), clock);
      listeners.get(i).serve(new ExchangeHandler(unreliable, new Sender(closing), log), threads);
    }
    return new Sandbox(listeners, threads, closing, account, sessions, roots.get(0), token);
  }

  private static List<Listener> open(SandboxOptions options) throws IOException {
    Listener first = open(options, options.port());
    if (options.scenario().faults().stream().noneMatch(rule -> rule.kind().needsSecondPort())) {
      return List.of(first);
    }
    try {
      return List.of(first, open(options, 0));
    } catch (IOException e) {
      first.close();
      throw e;
    }
  }

  private static Listener open(SandboxOptions options, int port) throws IOException {
    return Listener.open(
        new InetSocketAddress(options.address(), port), options.tls().orElse(null));
  }

  private static URI root(SandboxOptions options, int port) {
    boolean tls = options.tls().isPresent();
    return URI.create(
        (tls ? "https" : "http")
            + "://"
            + Hosts.host(options.address(), tls)
            + ":"
            + port
            + "/api/");
  }

  /** The API root, such as {@code http://127.0.0.1:54321/api/}. */
  public URI endpoint() {
    return endpoint;
  }

  /** The account that is served; what it says of itself is true, whatever goes wrong on the way. */
  public Account account() {
    return account;
  }

  /** The bearer token that is accepted. */
  public String token() {
    return token;
  }

  /** Revokes the refresh tokens of users, as when an administrator signs them out everywhere. */
  public void revokeRefreshTokens() {
    sessions.revokeRefreshTokens();
  }

  /** Closes the ports and every connection. */
  @Override
  public void close() {
    closing.countDown();
    listeners.forEach(Listener::close);
    threads.shutdownNow();
  }

  @Override
  public String toString() {
    return "Sandbox[" + endpoint + "]";
  }

  private static String randomToken() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return "sandbox-" + HexFormat.of().formatHex(bytes);
  }
}
