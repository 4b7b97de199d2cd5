package dev.amsshell.cli;

import dev.amsshell.auth.SignIns;
import dev.amsshell.base.CancellableThread;
import dev.amsshell.base.PatientLock;
import dev.amsshell.config.Endpoint;
import dev.amsshell.config.Location;
import dev.amsshell.config.Profile;
import dev.amsshell.config.SignIn;
import dev.amsshell.service.MediaService;
import dev.amsshell.service.v2.AccountDiscovery;
import dev.amsshell.service.v2.V2MediaService;
import dev.amsshell.transport.Backoff;
import dev.amsshell.transport.Exchange;
import dev.amsshell.transport.HttpTransport;
import dev.amsshell.transport.Network;
import dev.amsshell.transport.Reachability;
import dev.amsshell.transport.TokenSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One account that a run talks to, reached when it is first needed. */
final class LinkedAccount implements AutoCloseable {
  private final Profile profile;
  private final Network network;
  private final Process process;
  private final Consumer<Exchange> listener;
  private final Consumer<String> notices;
  private final SignIns signIns;
  private final TokenSource tokens;
  private final PatientLock reaching = new PatientLock();
  private volatile Endpoint endpoint;
  private volatile MediaService service;
  private volatile MediaService quietService;

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
    this.tokens = signIns.tokens();
    this.endpoint = profile.location() instanceof Location.At at ? at.endpoint() : null;
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

  /** The tokens of the profile. */
  TokenSource tokens() {
    return tokens;
  }

  /**
   * Where the service is; asks Azure Resource Manager when the profile leaves that to it.
   *
   * @throws dev.amsshell.base.Cancelled when the work that asks is cancelled
   */
  Endpoint endpoint() {
    if (endpoint == null) {
      reaching.hold(
          () -> {
            endpoint = endpoint == null ? located() : endpoint;
            return endpoint;
          });
    }
    return endpoint;
  }

  /** The service; throws as {@link #endpoint} does. */
  MediaService service() {
    if (service == null) {
      reaching.hold(
          () -> {
            service = service == null ? connect(listener, notices) : service;
            return service;
          });
    }
    return service;
  }

  /**
   * The same for work that nobody asked for: nothing that happens to it is told or traced. None as
   * long as somebody would have to be asked where the service is, or to sign in.
   */
  Optional<MediaService> quietService() {
    boolean isLoud = !(profile.signIn() instanceof SignIn.Token) && service == null;
    if (isLoud || endpoint == null) {
      return Optional.empty();
    }
    if (quietService == null) {
      quietService = connect(exchange -> {}, notice -> {});
    }
    return Optional.of(quietService);
  }

  /**
   * Where requests go now; the service may have redirected them. Asks nobody, and waits for none.
   */
  String describe() {
    MediaService reached = service;
    return reached == null ? profile.location().describe() : reached.describe();
  }

  @Override
  public void close() {
    Stream.of(Optional.ofNullable(service), Optional.ofNullable(quietService))
        .flatMap(Optional::stream)
        .forEach(MediaService::close);
  }

  private Endpoint located() {
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
