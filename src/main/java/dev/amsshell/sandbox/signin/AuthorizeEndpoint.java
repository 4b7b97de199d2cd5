package dev.amsshell.sandbox.signin;

import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.Request;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a browser is sent to sign a user in for an application on the same machine (RFC 8252). No
 * password is asked for, since it is a rehearsal: the user is the one of {@code login_hint}, or of
 * {@code user}, which is the sandbox's own, or the first; {@code action=decline} declines.
 *
 * <p>What is wrong with the application or its address is told to the user, anything else to the
 * application.
 */
final class AuthorizeEndpoint implements Endpoint {

  private static final Pattern PATH = Pattern.compile("/([^/]+)/oauth2/(v2\\.0/)?authorize/?");

  /** An address of this machine, which the official library insists on, too. */
  private static final Pattern LOOPBACK =
      Pattern.compile("http://(localhost|127\\.0\\.0\\.1)(:\\d{1,5})?([/?][^#\\s]*)?");

  private final Directory directory;
  private final AuthorizationCodes codes;
  private final AadErrors errors;

  AuthorizeEndpoint(Directory directory, AuthorizationCodes codes, AadErrors errors) {
    this.directory = directory;
    this.codes = codes;
    this.errors = errors;
  }

  @Override
  public Optional<Answer> answer(Request request) {
    Matcher path = PATH.matcher(request.path());
    if (!path.matches()) {
      return Optional.empty();
    }
    AadVersion version = path.group(2) == null ? AadVersion.V1 : AadVersion.V2;
    try {
      AadRefusal.requireMethod(request, "GET");
      directory.requireTenant(path.group(1));
      return Optional.of(application(version, request, Form.ofQuery(request)));
    } catch (AadRefusal refusal) {
      String text = errors.description(refusal, request);
      return Optional.of(SigninPage.of(400, "<p>" + SigninPage.escaped(text) + "</p>"));
    }
  }

  /**
   * @throws AadRefusal when nobody can be sent on
   */
  private Answer application(AadVersion version, Request request, Form form) {
    String client = directory.requireClient(form);
    URI redirectUri = redirectUri(form, client);
    AuthorizationResponse response =
        AuthorizationResponse.named(form.get("response_mode").orElse("query"))
            .orElse(AuthorizationResponse.QUERY);
    Map<String, String> fields = new LinkedHashMap<>();
    try {
      Scope scope = scope(version, form);
      Optional<Principal> user = user(form);
      if (user.isEmpty()) {
        return SigninPage.of(404, "<p>There is no such user.</p>");
      }
      fields.put(
          "code",
          codes.issue(
              new AuthorizationCodes.Grant(
                  client,
                  redirectUri.toString(),
                  form.required("code_challenge"),
                  user.get(),
                  scope)));
    } catch (AadRefusal refusal) {
      fields.put("error", refusal.error());
      fields.put("error_description", errors.description(refusal, request));
    }
    form.get("state").ifPresent(state -> fields.put("state", state));
    return response.send(redirectUri, fields);
  }

  private static URI redirectUri(Form form, String client) {
    String text = form.required("redirect_uri");
    if (LOOPBACK.matcher(text).matches()) {
      try {
        return URI.create(text);
      } catch (IllegalArgumentException e) {
        // refused like any other
      }
    }
    throw AadRefusal.invalidRequest(
        50011,
        "The redirect URI '%s' specified in the request does not match the redirect URIs configured for the application '%s': it is http://localhost, with any port and path."
            .formatted(text, client));
  }

  /**
   * What is asked for, in a request that is right in everything else.
   *
   * @throws AadRefusal when something is wrong that the application can be told
   */
  private static Scope scope(AadVersion version, Form form) {
    String type = form.required("response_type");
    if (!type.equals("code")) {
      throw new AadRefusal(
          400,
          "unsupported_response_type",
          70005,
          "The response_type '" + type + "' is not supported: it is code.");
    }
    String mode = form.get("response_mode").orElse("query");
    if (AuthorizationResponse.named(mode).isEmpty()) {
      throw AadRefusal.invalidRequest(
          70007, "'" + mode + "' is not a supported value for the response_mode.");
    }
    if (form.required("code_challenge").length() != 43) {
      throw AadRefusal.invalidRequest(501491, "Invalid size of Code_Challenge parameter.");
    }
    if (!form.get("code_challenge_method").orElse("plain").equals("S256")) {
      throw AadRefusal.invalidRequest(
          501492, "Invalid Code_Challenge_method parameter: it is S256.");
    }
    if (form.get("action").orElse("").equals("decline")) {
      throw new AadRefusal(
          400, "access_denied", 65004, "User declined to consent to access the app.");
    }
    return version.scope(form).orElseThrow(version::noScope);
  }

  private Optional<Principal> user(Form form) {
    Optional<String> name = form.get("user").or(() -> form.get("login_hint"));
    return name.isPresent()
        ? name.flatMap(directory::user)
        : directory.users().stream().findFirst();
  }
}
