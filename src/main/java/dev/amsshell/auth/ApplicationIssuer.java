package dev.amsshell.auth;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import dev.amsshell.base.Cancellation;
import dev.amsshell.config.Directory;
import java.util.Set;
import java.util.function.Function;

/** Tokens of an application that proves itself by its secret or its certificate. */
final class ApplicationIssuer implements Issuer {
  private final Directory directory;
  private final String clientId;
  private final Function<Cancellation, IClientCredential> credential;
  private final String resource;
  private final SignInContext context;

  private ApplicationIssuer(
      Directory directory,
      String clientId,
      Function<Cancellation, IClientCredential> credential,
      String resource,
      SignInContext context) {
    this.directory = directory;
    this.clientId = clientId;
    this.credential = credential;
    this.resource = resource;
    this.context = context;
  }

  /** With a secret, which is read anew for each token. */
  static ApplicationIssuer of(
      dev.amsshell.config.SignIn.ClientSecret signIn, String resource, SignInContext context) {
    Function<Cancellation, IClientCredential> credential =
        wish -> {
          String secret = signIn.secret().read(wish).reveal();
          context.learn(secret);
          return ClientCredentialFactory.createFromSecret(secret);
        };
    return new ApplicationIssuer(
        signIn.directory(), signIn.clientId(), credential, resource, context);
  }

  /** With a certificate, whose file is read anew for each token. */
  static ApplicationIssuer of(
      dev.amsshell.config.SignIn.Certificate signIn, String resource, SignInContext context) {
    Function<Cancellation, IClientCredential> credential =
        wish -> {
          String password = signIn.password().map(source -> source.read(wish).reveal()).orElse("");
          context.learn(password);
          ClientCertificate certificate = ClientCertificate.read(signIn.file(), password);
          certificate.requireValid(context.clock().instant());
          return ClientCredentialFactory.createFromCertificateChain(
              certificate.key(), certificate.chain());
        };
    return new ApplicationIssuer(
        signIn.directory(), signIn.clientId(), credential, resource, context);
  }

  @Override
  public Issued issue(boolean isFresh) {
    Cancellation wish = context.cancellation();
    IClientCredential proof = credential.apply(wish);
    try {
      IAuthenticationResult result =
          MsalRun.of(
              threads ->
                  ConfidentialClientApplication.builder(clientId, proof)
                      .authority(directory.address())
                      .instanceDiscovery(false)
                      .sendX5c(true)
                      .httpClient(context.http())
                      .executorService(threads)
                      .disableInternalRetries()
                      .build()
                      .acquireToken(
                          ClientCredentialParameters.builder(Set.of(resource + "/.default"))
                              .skipCache(isFresh)
                              .build()),
              wish);
      return context.issued(result, describe());
    } catch (Throwable e) {
      throw SignInTrouble.of(e, new SignInTrouble.Attempt(directory, clientId, context));
    }
  }

  private String describe() {
    return "application " + clientId;
  }

  @Override
  public String whenRefused() {
    return Issuer.giveRole(describe());
  }
}
