package dev.amsshell.sandbox.signin;

import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.JsonObjects;
import dev.amsshell.sandbox.http.Request;
import dev.amsshell.sandbox.http.Site;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The access control service of old, which knows the account by name and key (wire sheet 1.3). */
final class AcsEndpoint implements Endpoint {

  static final String ACCOUNT = "amsshell";
  static final String KEY = "c2FuZGJveC1hY2NvdW50LWtleQ==";
  static final String SCOPE = "urn:WindowsAzureMediaServices";

  private static final String PATH = "/v2/OAuth2-13";

  private final Mint mint;
  private final Duration lifetime;
  private final Site site;

  AcsEndpoint(Mint mint, Duration lifetime, Site site) {
    this.mint = mint;
    this.lifetime = lifetime;
    this.site = site;
  }

  @Override
  public Optional<Answer> answer(Request request) {
    return request.path().equalsIgnoreCase(PATH) ? Optional.of(token(request)) : Optional.empty();
  }

  private Answer token(Request request) {
    try {
      if (!request.method().equals("POST")) {
        return error(400, "invalid_request", "ACS90007: Request method not allowed.");
      }
      Form form = Form.of(request);
      if (!form.required("grant_type").equals("client_credentials")) {
        return error(400, "unsupported_grant_type", "ACS70003: The grant type is not supported.");
      }
      if (!form.required("client_id").equals(ACCOUNT)
          || !form.required("client_secret").equals(KEY)) {
        return error(401, "invalid_client", "ACS50012: Authentication failed.");
      }
      if (!form.required("scope").equals(SCOPE)) {
        return error(
            400,
            "invalid_scope",
            "ACS50001: Relying party with identifier '"
                + form.required("scope")
                + "' was not found.");
      }
      return JsonObjects.answer(200, issued(request));
    } catch (AadRefusal refusal) {
      return error(400, "invalid_request", "ACS90004: " + refusal.getMessage());
    }
  }

  private Map<String, Object> issued(Request request) {
    Issue issue = mint.simpleWebToken(ACCOUNT, SCOPE, site.root(request) + "/", lifetime);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("token_type", "http://schemas.xmlsoap.org/ws/2009/11/swt-token-profile-1.0");
    answer.put("access_token", issue.token());
    answer.put("expires_in", String.valueOf(lifetime.toSeconds()));
    answer.put("scope", SCOPE);
    return answer;
  }

  private static Answer error(int status, String error, String description) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", error);
    body.put("error_description", description);
    return JsonObjects.answer(status, body);
  }
}
