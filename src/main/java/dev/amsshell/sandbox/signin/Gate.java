package dev.amsshell.sandbox.signin;

import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.Request;
import dev.amsshell.sandbox.http.Service;
import dev.amsshell.sandbox.odata.Negotiation;
import dev.amsshell.sandbox.odata.PayloadFormat;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Lets requests through to a service when they carry the token (wire sheet 2). */
public final class Gate implements Service {

  private static final String SCHEME = "Bearer ";

  private final byte[] token;
  private final Negotiation negotiation;
  private final Service service;

  /** Guards that service. */
  public Gate(String token, Negotiation negotiation, Service service) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
    this.negotiation = negotiation;
    this.service = service;
  }

  @Override
  public Answer answer(Request request) {
    String authorization = request.headers().get("Authorization").orElse(null);
    if (authorization == null) {
      return refused(request, "The Authorization header is missing.");
    }
    boolean bearer = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    byte[] given =
        bearer
            ? authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8)
            : new byte[0];
    if (!MessageDigest.isEqual(token, given)) {
      return refused(request, "The token in the Authorization header is not valid.");
    }
    return service.answer(request);
  }

  private Answer refused(Request request, String message) {
    PayloadFormat format = negotiation.chooseForError(request.headers().get("Accept").orElse(null));
    return Answer.of(401, format.errorContentType(), format.error(message))
        .with("DataServiceVersion", format.errorVersion());
  }
}
