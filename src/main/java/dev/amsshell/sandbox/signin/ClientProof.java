package dev.amsshell.sandbox.signin;

import java.time.Clock;

/** An application's proof of who it is: its secret, or an assertion signed with its certificate. */
final class ClientProof {

  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final Directory directory;
  private final Clock clock;

  ClientProof(Directory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** An application that is known. One client names it in its assertion alone. */
  Principal application(Form form) {
    String id =
        form.get("client_id")
            .or(() -> form.get("client_assertion").flatMap(ClientAssertion::subject))
            .orElseGet(() -> form.required("client_id"));
    return directory.application(id).orElseThrow(() -> unknown(id));
  }

  static AadRefusal unknown(String id) {
    return new AadRefusal(
        400,
        "unauthorized_client",
        700016,
        "Application with identifier '"
            + id
            + "' was not found in the directory 'sandbox'. This can happen if the application has"
            + " not been installed by the administrator of the tenant or consented to by any user"
            + " in the tenant. You may have sent your authentication request to the wrong tenant.");
  }

  /**
   * How the application proved itself.
   *
   * @throws AadRefusal when it did not
   */
  Mint.Proof check(Principal application, Form form, String tokenUrl) {
    String assertion = form.get("client_assertion").orElse(null);
    if (assertion != null) {
      if (!form.required("client_assertion_type").equals(ASSERTION_TYPE)) {
        throw AadRefusal.invalidRequest(
            90013, "The client_assertion_type must be " + ASSERTION_TYPE + ".");
      }
      ClientAssertion.check(assertion, application, tokenUrl, clock.instant());
      return Mint.Proof.CERTIFICATE;
    }
    String secret =
        form.get("client_secret")
            .orElseThrow(
                () ->
                    AadRefusal.invalidClient(
                        7000218,
                        "The request body must contain the following parameter:"
                            + " 'client_assertion' or 'client_secret'."));
    if (!secret.equals(application.secret())) {
      throw AadRefusal.invalidClient(
          7000215,
          "Invalid client secret provided. Ensure the secret being sent in the request is the"
              + " client secret value, not the client secret ID, for a secret added to app '"
              + application.clientId()
              + "'.");
    }
    return Mint.Proof.SECRET;
  }
}
