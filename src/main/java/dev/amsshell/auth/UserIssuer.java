package dev.amsshell.auth;

import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.InteractiveRequestParameters;
import com.microsoft.aad.msal4j.Prompt;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import com.microsoft.aad.msal4j.SystemBrowserOptions;
import dev.amsshell.base.Cancellation;
import dev.amsshell.config.Directory;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Tokens of a user who signed in before, as the cache remembers; and the signing in itself. */
final class UserIssuer implements Issuer {
  /** How long a browser is waited for, in seconds. */
  private static final int PATIENCE = 600;

  /** Where the browser leads back to; any free port of this machine. */
  private static final URI BACK = URI.create("http://localhost");

  private final Directory directory;
  private final String clientId;
  private final String resource;
  private final UserTokenCache cache;
  private final String profile;
  private final SignInContext context;

  /**
   * @param profile whose name is told to somebody who must sign in
   */
  UserIssuer(
      Directory directory,
      String clientId,
      String resource,
      UserTokenCache cache,
      String profile,
      SignInContext context) {
    this.directory = directory;
    this.clientId = clientId;
    this.resource = resource;
    this.cache = cache;
    this.profile = profile;
    this.context = context;
  }

  @Override
  public Issued issue(boolean isFresh) {
    return acquired(
        notice -> {},
        client -> {
          Iterator<IAccount> accounts = client.getAccounts().join().iterator();
          if (!accounts.hasNext()) {
            throw new SignInRefused(
                "nobody is signed in for profile '%s'".formatted(profile),
                "Sign in once: ams-shell login --profile " + profile,
                null);
          }
          return client.acquireTokenSilently(
              SilentParameters.builder(scopes(), accounts.next())
                  // else the account's environment decides, which has no port
                  .authorityUrl(directory.address())
                  .forceRefresh(isFresh)
                  .build());
        });
  }

  /** Signs in with a code that is typed elsewhere, and remembers it. */
  Issued signInByCode(Interaction interaction) {
    return signedIn(
        interaction,
        client ->
            client.acquireToken(
                DeviceCodeFlowParameters.builder(
                        scopes(),
                        code -> {
                          context.learn(code.deviceCode());
                          context.learn(code.userCode());
                          interaction.showCode(code.message());
                        })
                    .build()));
  }

  /** Signs in with a browser, and remembers it. */
  Issued signInByBrowser(Interaction interaction) {
    return signedIn(
        interaction,
        client ->
            client.acquireToken(
                InteractiveRequestParameters.builder(BACK)
                    .scopes(scopes())
                    .prompt(Prompt.SELECT_ACCOUNT)
                    .httpPollingTimeoutInSeconds(PATIENCE)
                    .systemBrowserOptions(
                        SystemBrowserOptions.builder()
                            .openBrowserAction(url -> interaction.open(url.toString()))
                            .htmlMessageSuccess("You are signed in. Close this page.")
                            .htmlMessageError("You are not signed in. The terminal says why.")
                            .build())
                    .build()));
  }

  private Issued signedIn(Interaction interaction, Request signIn) {
    return acquired(interaction::tell, client -> alone(client, signIn.of(client)));
  }

  /** Who signs in takes the place of whoever did before: runs have nobody to ask which it is. */
  private static CompletableFuture<IAuthenticationResult> alone(
      PublicClientApplication client, CompletableFuture<IAuthenticationResult> signIn) {
    return signIn.thenApply(
        result -> {
          String own = result.account().homeAccountId();
          client.getAccounts().join().stream()
              .filter(other -> !other.homeAccountId().equals(own))
              .forEach(other -> client.removeAccount(other).join());
          return result;
        });
  }

  /** Forgets the user; whether anybody was signed in. */
  boolean signOut() {
    ITokenCacheAccessAspect kept = cache.open(notice -> {});
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      PublicClientApplication client = client(kept, threads);
      Set<IAccount> accounts = client.getAccounts().join();
      accounts.forEach(account -> client.removeAccount(account).join());
      return !accounts.isEmpty();
    } catch (CompletionException e) {
      // what cannot be read is forgotten all the same
      return true;
    } catch (MalformedURLException e) {
      throw new IllegalStateException("the authority was an address before", e);
    } finally {
      threads.shutdownNow();
      cache.forget();
    }
  }

  private Set<String> scopes() {
    return Set.of(resource + "/.default");
  }

  /** What a client is asked for. */
  private interface Request {
    CompletableFuture<IAuthenticationResult> of(PublicClientApplication client)
        throws MalformedURLException;
  }

  private Issued acquired(Consumer<String> notices, Request request) {
    Cancellation wish = context.cancellation();
    try {
      ITokenCacheAccessAspect kept = cache.open(notices);
      IAuthenticationResult result = MsalRun.of(threads -> request.of(client(kept, threads)), wish);
      String user = Optional.ofNullable(result.account()).map(IAccount::username).orElse("");
      return context.issued(result, user);
    } catch (Throwable e) {
      throw SignInTrouble.of(
          e, new SignInTrouble.Attempt(directory, clientId, context).ofUser(profile));
    }
  }

  private PublicClientApplication client(ITokenCacheAccessAspect kept, ExecutorService threads)
      throws MalformedURLException {
    return PublicClientApplication.builder(clientId)
        .authority(directory.address())
        .instanceDiscovery(false)
        .setTokenCacheAccessAspect(kept)
        .httpClient(context.http())
        .executorService(threads)
        .disableInternalRetries()
        .build();
  }

  @Override
  public String whenRefused() {
    return ("The user may have no role on this account (Contributor or Owner is needed), or be the"
            + " wrong one: ams-shell login --profile %s signs in as another.")
        .formatted(profile);
  }
}
