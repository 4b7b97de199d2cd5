package dev.amsshell.auth;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;
import dev.amsshell.base.Cancellation;
import java.util.Optional;

/** Tokens of the identity that the machine has by itself. */
final class MachineIssuer implements Issuer {
  private final Optional<String> clientId;
  private final String resource;
  private final SignInContext context;

  MachineIssuer(Optional<String> clientId, String resource, SignInContext context) {
    this.clientId = clientId;
    this.resource = resource;
    this.context = context;
  }

  @Override
  public Issued issue(boolean isFresh) {
    Cancellation wish = context.cancellation();
    try {
      IAuthenticationResult result =
          MsalRun.of(
              threads ->
                  ManagedIdentityApplication.builder(
                          clientId
                              .map(ManagedIdentityId::userAssignedClientId)
                              .orElseGet(ManagedIdentityId::systemAssigned))
                      .httpClient(context.http())
                      .executorService(threads)
                      .disableInternalRetries()
                      .build()
                      .acquireTokenForManagedIdentity(
                          ManagedIdentityParameters.builder(resource)
                              .forceRefresh(isFresh)
                              .build()),
              wish);
      return context.issued(result, describe());
    } catch (Exception e) {
      throw SignInTrouble.ofMachine(e, describe());
    } catch (Throwable e) {
      throw SignInTrouble.unchecked(e);
    }
  }

  private String describe() {
    return clientId.map(id -> "managed identity " + id).orElse("managed identity of this machine");
  }

  @Override
  public String whenRefused() {
    return Issuer.giveRole(describe());
  }
}
