package dev.amsshell.sandbox.signin;

import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.Request;
import dev.amsshell.sandbox.http.Service;
import dev.amsshell.sandbox.odata.Negotiation;
import dev.amsshell.sandbox.odata.PayloadFormat;
import java.util.Optional;

/** Lets requests through to a service when their token opens the account (wire sheet 2, 7.2). */
public final class Gate implements Service {

  private final Tokens tokens;
  private final Negotiation negotiation;
  private final Service service;

  /** Guards that service. */
  public Gate(Tokens tokens, Negotiation negotiation, Service service) {
    this.tokens = tokens;
    this.negotiation = negotiation;
    this.service = service;
  }

  @Override
  public Answer answer(Request request) {
    if (request.headers().get("Authorization").isEmpty()) {
      return refused(request, "The Authorization header is missing.");
    }
    Optional<String> token = BearerToken.of(request);
    return switch (token
        .map(each -> tokens.standing(each, Audience.MEDIA))
        .orElse(Tokens.Standing.UNKNOWN)) {
      case ACCEPTED -> service.answer(request);
      case EXPIRED -> refused(request, "The token in the Authorization header has expired.");
      case OTHER_AUDIENCE ->
          refused(request, "The token in the Authorization header is for another audience.");
      case UNKNOWN -> refused(request, "The token in the Authorization header is not valid.");
      case WITHOUT_ROLE -> unauthorized(Answer.empty(401));
    };
  }

  private Answer refused(Request request, String message) {
    PayloadFormat format = negotiation.chooseForError(request.headers().get("Accept").orElse(null));
    return unauthorized(format.refusal(401, message));
  }

  private static Answer unauthorized(Answer answer) {
    return answer.with("WWW-Authenticate", "Bearer");
  }
}
