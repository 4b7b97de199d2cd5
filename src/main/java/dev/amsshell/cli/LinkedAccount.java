package dev.amsshell.cli;

import dev.amsshell.auth.SignIns;
import dev.amsshell.base.CancellableThread;
import dev.amsshell.config.Endpoint;
import dev.amsshell.config.Location;
import dev.amsshell.config.Profile;
import dev.amsshell.service.MediaService;
import dev.amsshell.service.v2.AccountDiscovery;
import dev.amsshell.service.v2.V2MediaService;
import dev.amsshell.transport.Backoff;
import dev.amsshell.transport.Exchange;
import dev.amsshell.transport.HttpTransport;
import dev.amsshell.transport.Network;
import dev.amsshell.transport.Reachability;
import dev.amsshell.transport.TokenSource;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** One account that a run talks to, reached when it is first needed. */
final class LinkedAccount implements AutoCloseable {
  private final Profile profile;
  private final Network network;
  private final Process process;
  private final Consumer<Exchange> listener;
  private final Consumer<String> notices;
  private final SignIns signIns;
  private TokenSource tokens;
  private Endpoint endpoint;
  private volatile MediaService service;
  private MediaService quietService;

  /**
   * @param network the way there, which somebody else closes
   * @param listener told of each request
   * @param notices told what a person may want to know while it happens
   */
  LinkedAccount(
      Profile profile,
      Network network,
      Process process,
      Consumer<Exchange> listener,
      Consumer<String> notices) {
    this.profile = profile;
    this.network = network;
    this.process = process;
    this.listener = listener;
    this.notices = notices;
    this.signIns =
        new SignIns(
            profile,
            network,
            backoff(),
            process.clock(),
            process.redactor()::learn,
            CancellableThread::current,
            process.folders().state().resolve("tokens"),
            listener,
            notices);
  }

  Profile profile() {
    return profile;
  }

  SignIns signIns() {
    return signIns;
  }

  /** Looks how far the way to the service goes. */
  Reachability reachability() {
    return new Reachability(network);
  }

  synchronized TokenSource tokens() {
    if (tokens == null) {
      tokens = signIns.tokens();
    }
    return tokens;
  }

  /** Where the service is; asks Azure Resource Manager when the profile leaves that to it. */
  synchronized Endpoint endpoint() {
    if (endpoint == null) {
      endpoint = located();
    }
    return endpoint;
  }

  /** The service. */
  synchronized MediaService service() {
    if (service == null) {
      service = connect(listener, notices);
    }
    return service;
  }

  /** The same for work that nobody asked for: nothing that happens to it is told or traced. */
  synchronized MediaService quietService() {
    if (quietService == null) {
      quietService = connect(exchange -> {}, notice -> {});
    }
    return quietService;
  }

  /** Where requests go now; the service may have redirected them. Asks nobody, and waits for none. */
  String describe() {
    MediaService reached = service;
    return reached == null ? profile.location().describe() : reached.describe();
  }

  @Override
  public synchronized void close() {
    if (service != null) {
      service.close();
    }
    if (quietService != null) {
      quietService.close();
    }
  }

  private Endpoint located() {
    if (profile.location() instanceof Location.At at) {
      return at.endpoint();
    }
    Location.ByAccount account = (Location.ByAccount) profile.location();
    HttpTransport resourceManager =
        transport(account.resourceManager(), Set.of(), signIns.managementTokens(), listener);
    return new AccountDiscovery(resourceManager, notices).find(account, profile.redirectHosts());
  }

  private MediaService connect(Consumer<Exchange> listener, Consumer<String> notices) {
    HttpTransport transport = transport(endpoint(), profile.redirectHosts(), tokens(), listener);
    return new V2MediaService(transport, profile.apiVersion(), process.clock(), notices);
  }

  private HttpTransport transport(
      Endpoint root, Set<String> redirectHosts, TokenSource tokens, Consumer<Exchange> listener) {
    return new HttpTransport(
        root, redirectHosts, tokens, network, backoff(), CancellableThread::current, listener);
  }

  private static Backoff backoff() {
    return Backoff.standard(() -> ThreadLocalRandom.current().nextDouble());
  }
}
