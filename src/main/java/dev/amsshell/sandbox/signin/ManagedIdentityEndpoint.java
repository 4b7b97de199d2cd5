package dev.amsshell.sandbox.signin;

import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.JsonObjects;
import dev.amsshell.sandbox.http.QueryString;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.http.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens for the machine a program runs on, in the form of virtual machines and of App Service
 * (wire sheet 1.2). The identity is the first principal, or the one that {@code client_id} names.
 */
final class ManagedIdentityEndpoint implements Endpoint {

  private static final String MACHINE = "/metadata/identity/oauth2/token";
  private static final String MACHINE_VERSION = "2018-02-01";
  private static final String APP = "/msi/token";
  private static final String APP_VERSION = "2019-08-01";

  /** What App Service would have put into the program's environment as IDENTITY_HEADER. */
  private static final String APP_HEADER = "sandbox";

  private final Directory directory;
  private final Mint mint;

  ManagedIdentityEndpoint(Directory directory, Mint mint) {
    this.directory = directory;
    this.mint = mint;
  }

  @Override
  public Optional<Answer> answer(Request request) {
    try {
      return switch (request.path()) {
        case MACHINE -> Optional.of(machine(request));
        case APP -> Optional.of(app(request));
        default -> Optional.empty();
      };
    } catch (AadRefusal | Refusal | IllegalArgumentException e) {
      return Optional.of(
          request.path().equals(APP)
              ? appError(400, e.getMessage())
              : machineError(e.getMessage()));
    }
  }

  private Answer machine(Request request) {
    if (!request.headers().get("Metadata").orElse("").equalsIgnoreCase("true")) {
      return machineError("Required metadata header not specified");
    }
    QueryString query = query(request, MACHINE_VERSION);
    Principal identity = identity(query);
    String resource = resource(query);
    Issue issue = mint.access(resource, identity.clientId(), identity, Mint.Proof.CERTIFICATE);
    Map<String, Object> answer = AadVersion.V1.answer(issue, Scope.ofResource(resource));
    answer.put("client_id", identity.clientId());
    return JsonObjects.answer(200, answer);
  }

  private Answer app(Request request) {
    if (!request.headers().get("X-IDENTITY-HEADER").orElse("").equals(APP_HEADER)) {
      return appError(403, "The X-IDENTITY-HEADER is missing or wrong.");
    }
    QueryString query = query(request, APP_VERSION);
    Principal identity = identity(query);
    String resource = resource(query);
    Issue issue = mint.access(resource, identity.clientId(), identity, Mint.Proof.CERTIFICATE);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", issue.token());
    answer.put("client_id", identity.clientId());
    answer.put("expires_on", String.valueOf(issue.until().getEpochSecond()));
    answer.put("resource", resource);
    answer.put("token_type", "Bearer");
    return JsonObjects.answer(200, answer);
  }

  private static QueryString query(Request request, String version) {
    QueryString query = QueryString.parse(request.query());
    if (!query.get("api-version").orElse("").equals(version)) {
      throw new IllegalArgumentException("The api-version must be " + version);
    }
    return query;
  }

  private static String resource(QueryString query) {
    return Scope.known(query.get("resource").orElse(""));
  }

  private Principal identity(QueryString query) {
    return query
        .get("client_id")
        .map(directory::application)
        .orElseGet(() -> directory.principals().stream().findFirst())
        .orElseThrow(() -> new IllegalArgumentException("Identity not found"));
  }

  private static Answer appError(int status, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("statusCode", status);
    body.put("message", message);
    return JsonObjects.answer(status, body);
  }

  private static Answer machineError(String description) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", "invalid_request");
    body.put("error_description", description);
    return JsonObjects.answer(400, body);
  }
}
