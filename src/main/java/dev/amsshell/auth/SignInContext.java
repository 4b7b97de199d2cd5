package dev.amsshell.auth;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import dev.amsshell.base.Cancellation;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What every way of signing in needs.
 *
 * @param calls the way to the network
 * @param clock the time
 * @param secrets told of each secret before it is used
 * @param wish the cancellation of the work that needs a token
 */
record SignInContext(
    SignInCalls calls, Clock clock, Consumer<String> secrets, Supplier<Cancellation> wish) {
  /** Typed as what it is, so that nothing of MSAL is loaded before it is needed. */
  MsalHttp http() {
    return new MsalHttp(calls);
  }

  Cancellation cancellation() {
    return wish.get();
  }

  void learn(String secret) {
    secrets.accept(secret);
  }

  Issued issued(IAuthenticationResult result, String bearer) {
    learn(result.accessToken());
    return new Issued(result.accessToken(), result.expiresOnDate().toInstant(), bearer);
  }
}
