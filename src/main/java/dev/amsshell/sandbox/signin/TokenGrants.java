package dev.amsshell.sandbox.signin;

import java.time.Clock;
import java.util.Map;

/** The grants that the directory gives tokens for (wire sheet 1.2). */
final class TokenGrants {

  private final Directory directory;
  private final Mint mint;
  private final Sessions sessions;
  private final ClientProof proof;

  TokenGrants(Directory directory, Mint mint, Sessions sessions, Clock clock) {
    this.directory = directory;
    this.mint = mint;
    this.sessions = sessions;
    this.proof = new ClientProof(directory, clock);
  }

  /**
   * What the answer says.
   *
   * @param anyTenant whether the tenant is the user's, which no application alone has
   * @throws AadRefusal when nothing is granted
   */
  Map<String, Object> grant(AadVersion version, boolean anyTenant, String tokenUrl, Form form) {
    String type = form.required("grant_type");
    if (version.isDeviceGrant(type)) {
      return device(version, form);
    }
    return switch (type) {
      case "client_credentials" -> application(version, anyTenant, tokenUrl, form);
      case "authorization_code" -> code(version, form);
      case "refresh_token" -> refresh(version, form);
      case "password" -> {
        if (version == AadVersion.V2) {
          throw unsupported(type);
        }
        yield password(version, form);
      }
      default -> throw unsupported(type);
    };
  }

  private Map<String, Object> application(
      AadVersion version, boolean anyTenant, String tokenUrl, Form form) {
    Principal application = proof.application(form);
    Scope scope = version.scope(form).orElseThrow(version::noScope);
    if (anyTenant) {
      throw AadRefusal.invalidRequest(
          50059,
          "No tenant-identifying information found in either the request or implied by any"
              + " provided credentials: an application signs in to a tenant such as "
              + Directory.DOMAIN
              + ".");
    }
    if (version == AadVersion.V2 && !scope.preset()) {
      throw new AadRefusal(
          400,
          "invalid_scope",
          1002012,
          "The provided value for scope is not valid. Client credential flows must have a scope"
              + " value with /.default suffixed to the resource identifier.");
    }
    Mint.Proof how = proof.check(application, form, tokenUrl);
    Issue issue = mint.access(scope.resource(), application.clientId(), application, how);
    return version.answer(issue, scope);
  }

  private Map<String, Object> password(AadVersion version, Form form) {
    String client = directory.requireClient(form);
    Scope scope = version.scope(form).orElseThrow(version::noScope);
    String name = form.required("username");
    String password = form.required("password");
    Principal user =
        directory
            .user(name)
            .filter(known -> password.equals(known.password()))
            .orElseThrow(
                () ->
                    AadRefusal.invalidGrant(
                        50126,
                        "Error validating credentials due to invalid username or password."));
    return forUser(version, client, user, scope);
  }

  private Map<String, Object> refresh(AadVersion version, Form form) {
    String client = directory.requireClient(form);
    String token = form.required("refresh_token");
    Scope asked = version.scope(form).orElse(null);
    RefreshTokens.Session session = sessions.refreshTokens().use(token, client);
    return forUser(version, client, session.user(), asked == null ? session.scope() : asked);
  }

  private Map<String, Object> code(AadVersion version, Form form) {
    AuthorizationCodes.Grant granted =
        sessions
            .codes()
            .redeem(
                form.required("code"),
                directory.requireClient(form),
                form.required("redirect_uri"),
                form.required("code_verifier"));
    return forUser(version, granted.clientId(), granted.user(), granted.scope());
  }

  private Map<String, Object> device(AadVersion version, Form form) {
    DeviceCodes.Approved approved =
        sessions
            .devices()
            .poll(form.required(version.deviceCodeField()), directory.requireClient(form));
    return forUser(version, approved.clientId(), approved.user(), approved.scope());
  }

  private Map<String, Object> forUser(
      AadVersion version, String client, Principal user, Scope scope) {
    Issue issue = mint.access(scope.resource(), client, user, Mint.Proof.NONE);
    Map<String, Object> answer = version.answer(issue, scope);
    answer.put("scope", scope.granted());
    if (scope.refreshed()) {
      answer.put("refresh_token", sessions.refreshTokens().issue(client, user, scope));
    }
    if (scope.identified()) {
      answer.put("id_token", mint.idToken(client, user));
      answer.put("client_info", mint.clientInfo(user));
    }
    return answer;
  }

  private static AadRefusal unsupported(String type) {
    return new AadRefusal(
        400,
        "unsupported_grant_type",
        70003,
        "The app requested an unsupported grant type '" + type + "'.");
  }
}
