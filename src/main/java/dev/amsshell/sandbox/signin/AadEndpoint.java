package dev.amsshell.sandbox.signin;

import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.JsonObjects;
import dev.amsshell.sandbox.http.Request;
import dev.amsshell.sandbox.http.Site;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The directory's endpoint in both generations: tokens, and codes for devices. */
final class AadEndpoint implements Endpoint {

  private static final Pattern PATH =
      Pattern.compile("/([^/]+)/oauth2/(v2\\.0/)?(token|devicecode)/?");

  private final Directory directory;
  private final DeviceCodes devices;
  private final TokenGrants grants;
  private final AadErrors errors;
  private final Site site;

  AadEndpoint(Directory directory, Mint mint, Sessions sessions, Site site, Clock clock) {
    this.directory = directory;
    this.devices = sessions.devices();
    this.grants = new TokenGrants(directory, mint, sessions, clock);
    this.errors = new AadErrors(clock);
    this.site = site;
  }

  @Override
  public Optional<Answer> answer(Request request) {
    Matcher path = PATH.matcher(request.path());
    if (!path.matches()) {
      return Optional.empty();
    }
    AadVersion version = path.group(2) == null ? AadVersion.V1 : AadVersion.V2;
    try {
      AadRefusal.requireMethod(request, "POST");
      directory.requireTenant(path.group(1));
      Form form = Form.of(request);
      boolean anyTenant = Directory.isAnyTenant(path.group(1));
      Map<String, Object> answer =
          path.group(3).equals("token")
              ? grants.grant(version, anyTenant, site.root(request) + request.path(), form)
              : deviceCode(version, request, form);
      return Optional.of(JsonObjects.answer(200, answer));
    } catch (AadRefusal refusal) {
      return Optional.of(errors.answer(refusal, request));
    }
  }

  private Map<String, Object> deviceCode(AadVersion version, Request request, Form form) {
    String client = directory.requireClient(form);
    Scope scope = version.scope(form).orElseThrow(version::noScope);
    DeviceCodes.Code code = devices.begin(client, scope);
    String page = site.root(request) + DeviceLoginEndpoint.PATH;
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("user_code", code.userCode());
    answer.put("device_code", code.deviceCode());
    answer.put(version.verificationField(), page);
    answer.put("expires_in", version.number(DeviceCodes.LIFETIME.toSeconds()));
    answer.put("interval", version.number(DeviceCodes.INTERVAL.toSeconds()));
    answer.put(
        "message",
        "To sign in, use a web browser to open the page "
            + page
            + " and enter the code "
            + code.userCode()
            + " to authenticate.");
    return answer;
  }
}
