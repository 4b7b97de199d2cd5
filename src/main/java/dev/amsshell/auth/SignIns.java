package dev.amsshell.auth;

import dev.amsshell.base.Cancellation;
import dev.amsshell.config.Directory;
import dev.amsshell.config.Profile;
import dev.amsshell.config.SignIn;
import dev.amsshell.transport.Backoff;
import dev.amsshell.transport.Exchange;
import dev.amsshell.transport.Network;
import dev.amsshell.transport.TokenSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The tokens of a profile, however it signs in. MSAL is loaded when it is first needed. */
public final class SignIns {
  private final Profile profile;
  private final Clock clock;
  private final Consumer<String> secrets;
  private final Supplier<Cancellation> cancellation;
  private final Path folder;
  private final SignInContext context;

  /**
   * @param network the way to the directory
   * @param backoff how often a directory in trouble is asked
   * @param secrets told of each secret before it is used
   * @param cancellation of the work that needs a token
   * @param folder where tokens of users are kept, if nobody safer keeps them
   * @param listener told of each request
   * @param notices told, in a line each, what a person may want to know while it happens
   */
  public SignIns(
      Profile profile,
      Network network,
      Backoff backoff,
      Clock clock,
      Consumer<String> secrets,
      Supplier<Cancellation> cancellation,
      Path folder,
      Consumer<Exchange> listener,
      Consumer<String> notices) {
    this.profile = profile;
    this.clock = clock;
    this.secrets = secrets;
    this.cancellation = cancellation;
    this.folder = folder;
    this.context =
        new SignInContext(
            new SignInCalls(network, backoff, listener, notices), clock, secrets, cancellation);
  }

  /** Tokens for the service. */
  public TokenSource tokens() {
    if (profile.signIn() instanceof SignIn.Token given) {
      return new GivenToken(given.source(), secrets, clock, cancellation);
    }
    return new RenewedTokens(() -> issuer(false), clock);
  }

  /** Tokens for Azure Resource Manager, which nobody is given. */
  public TokenSource managementTokens() {
    return new RenewedTokens(() -> issuer(true), clock);
  }

  /**
   * Signs in: a user with the help of somebody who is there, everybody else as always.
   *
   * @return who is signed in now, and until when without being renewed
   * @throws SignInRefused when the directory gives no token
   */
  public Identity signIn(Interaction interaction) {
    if (profile.signIn() instanceof SignIn.User user) {
      UserIssuer issuer = user(user, false);
      return Identity.of(
          user.isByBrowser()
              ? issuer.signInByBrowser(interaction)
              : issuer.signInByCode(interaction));
    }
    if (profile.signIn() instanceof SignIn.Token) {
      String token = tokens().token();
      return new Identity("a token that was given", Optional.ofNullable(TokenExpiry.of(token)));
    }
    return Identity.of(issuer(false).issue(true));
  }

  /** Forgets the user who signed in; whether there was one. */
  public boolean signOut() {
    return profile.signIn() instanceof SignIn.User user && user(user, false).signOut();
  }

  /**
   * Who is signed in.
   *
   * @param bearer in words
   * @param expires when the token does; unknown when it does not say
   */
  public record Identity(String bearer, Optional<Instant> expires) {
    private static Identity of(Issued issued) {
      return new Identity(issued.bearer(), Optional.of(issued.expires()));
    }
  }

  private Issuer issuer(boolean isManagement) {
    SignIn signIn = profile.signIn();
    if (signIn instanceof SignIn.ClientSecret secret) {
      return ApplicationIssuer.of(secret, resource(secret.directory(), isManagement), context);
    }
    if (signIn instanceof SignIn.Certificate certificate) {
      return ApplicationIssuer.of(
          certificate, resource(certificate.directory(), isManagement), context);
    }
    if (signIn instanceof SignIn.ManagedIdentity machine) {
      return new MachineIssuer(
          machine.clientId(),
          isManagement ? machine.managementResource() : machine.resource(),
          context);
    }
    return user((SignIn.User) signIn, isManagement);
  }

  private UserIssuer user(SignIn.User user, boolean isManagement) {
    return new UserIssuer(
        user.directory(),
        user.clientId(),
        resource(user.directory(), isManagement),
        new UserTokenCache(folder, profile.name()),
        profile.name(),
        context);
  }

  private static String resource(Directory directory, boolean isManagement) {
    return isManagement ? directory.managementResource() : directory.resource();
  }
}
