package dev.amsshell.sandbox.server;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;

/** An open port. */
public final class Listener implements AutoCloseable {

  /** Connections that wait to be taken, so that a thousand clients can come at once. */
  private static final int BACKLOG = 1024;

  private final HttpServer server;

  private Listener(HttpServer server) {
    this.server = server;
  }

  /**
   * Opens a port; nothing is answered yet.
   *
   * @param tls the key to serve https with, null for http
   */
  public static Listener open(InetSocketAddress address, SSLContext tls) throws IOException {
    Limits.set();
    if (tls == null) {
      return new Listener(HttpServer.create(address, BACKLOG));
    }
    HttpsServer server = HttpsServer.create(address, BACKLOG);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new Listener(server);
  }

  /** The port that was opened. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Answers from now on, in these threads. */
  public void serve(HttpHandler handler, Executor threads) {
    server.createContext("/", handler);
    server.setExecutor(threads);
    // The server's own thread is a daemon only when a daemon starts it.
    CompletableFuture.runAsync(server::start, threads).join();
  }

  /** Closes the port and every connection. */
  @Override
  public void close() {
    server.stop(0);
  }
}
