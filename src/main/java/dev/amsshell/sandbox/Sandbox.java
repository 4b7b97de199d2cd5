package dev.amsshell.sandbox;

import com.sun.net.httpserver.HttpServer;
import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.api.Api;
import dev.amsshell.sandbox.odata.Negotiation;
import dev.amsshell.sandbox.server.ExchangeHandler;
import dev.amsshell.sandbox.signin.Directory;
import dev.amsshell.sandbox.signin.Gate;
import dev.amsshell.sandbox.signin.Signin;
import dev.amsshell.sandbox.signin.TokenLifetimes;
import dev.amsshell.sandbox.signin.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A running sandbox. It serves from daemon threads only, so it never keeps a process alive. */
public final class Sandbox implements AutoCloseable {

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int BACKLOG = 128;

  private final HttpServer server;
  private final ExecutorService threads;
  private final URI endpoint;
  private final String token;

  private Sandbox(HttpServer server, ExecutorService threads, URI endpoint, String token) {
    this.server = server;
    this.threads = threads;
    this.endpoint = endpoint;
    this.token = token;
  }

  /**
   * Opens the port and serves a fresh account.
   *
   * @param clock the sandbox's only source of time; jobs live by it
   */
  public static Sandbox start(SandboxOptions options, Clock clock) throws IOException {
    // Without this JDK 17 takes 44 ms for every answer on a kept connection. It is read only once.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // Seconds that a client may take over a request; without it one that stops midway keeps its
    // thread.
    System.setProperty("sun.net.httpserver.maxReqTime", "60");
    InetAddress loopback = InetAddress.getByAddress(LOOPBACK);
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, options.port()), BACKLOG);
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
    String token = options.token() == null ? randomToken() : options.token();

    Negotiation negotiation = new Negotiation(endpoint);
    Account account = new Account(options.seed(), options.speed(), clock.instant());
    Tokens tokens = new Tokens(token, Instant.MAX, clock);
    server.createContext(
        "/",
        new ExchangeHandler(
            new Signin(
                tokens,
                TokenLifetimes.standard(),
                Directory.standard(),
                endpoint,
                clock,
                new Gate(tokens, negotiation, new Api(account, negotiation, clock)))));
    ExecutorService threads = Executors.newCachedThreadPool(Sandbox::daemon);
    server.setExecutor(threads);
    // The server's own thread is a daemon only when a daemon starts it.
    CompletableFuture.runAsync(server::start, threads).join();
    return new Sandbox(server, threads, endpoint, token);
  }

  /** The API root, such as {@code http://127.0.0.1:54321/api/}. */
  public URI endpoint() {
    return endpoint;
  }

  /** The bearer token that is accepted. */
  public String token() {
    return token;
  }

  /** Closes the port and every connection. */
  @Override
  public void close() {
    server.stop(0);
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

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sandbox");
    thread.setDaemon(true);
    return thread;
  }
}
