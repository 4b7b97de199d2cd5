package dev.amsshell.sandbox.signin;

import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.QueryString;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.http.Request;
import java.util.Optional;

/**
 * The page where a user signs in for a device. A request with {@code ?user_code=} approves, with
 * {@code &action=decline} declines; {@code &user=} chooses among several users. No password is
 * asked for: it is a rehearsal.
 */
final class DeviceLoginEndpoint implements Endpoint {

  static final String PATH = "/devicelogin";

  private final Directory directory;
  private final DeviceCodes devices;

  DeviceLoginEndpoint(Directory directory, DeviceCodes devices) {
    this.directory = directory;
    this.devices = devices;
  }

  @Override
  public Optional<Answer> answer(Request request) {
    return request.path().equals(PATH) ? Optional.of(page(request)) : Optional.empty();
  }

  private Answer page(Request request) {
    QueryString query;
    try {
      query = QueryString.parse(request.query());
    } catch (Refusal | IllegalArgumentException e) {
      return SigninPage.of(400, "<p>The address is not right.</p>");
    }
    String code = query.get("user_code").orElse("");
    if (code.isEmpty()) {
      return SigninPage.of(200, form());
    }
    if (query.get("action").orElse("").equals("decline")) {
      return decided(devices.decide(code, null), "You have declined.");
    }
    Optional<Principal> user =
        query.get("user").isPresent()
            ? query.get("user").flatMap(directory::user)
            : directory.users().stream().findFirst();
    if (user.isEmpty()) {
      return SigninPage.of(404, "<p>There is no such user.</p>");
    }
    return decided(devices.decide(code, user.get()), "You have signed in. Close this page.");
  }

  private static Answer decided(boolean known, String text) {
    return known
        ? SigninPage.of(200, "<p>" + text + "</p>")
        : SigninPage.of(404, "<p>That code is not right, or it has expired.</p>" + form());
  }

  private static String form() {
    return "<form><label>Code <input name=\"user_code\" autofocus></label>"
        + " <button>Sign in</button>"
        + " <button name=\"action\" value=\"decline\">Decline</button></form>";
  }
}
