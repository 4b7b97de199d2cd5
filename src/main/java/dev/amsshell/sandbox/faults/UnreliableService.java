package dev.amsshell.sandbox.faults;

import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.Redirect;
import dev.amsshell.sandbox.http.Request;
import dev.amsshell.sandbox.http.Service;
import dev.amsshell.sandbox.http.Site;
import dev.amsshell.sandbox.odata.Negotiation;
import dev.amsshell.sandbox.signin.BearerToken;
import dev.amsshell.sandbox.signin.Tokens;
import java.time.Clock;
import java.util.Optional;

/** A service at one port that fails as the rules say. */
public final class UnreliableService {

  private final Faults faults;
  private final FaultAnswers answers;
  private final Tokens tokens;
  private final Site site;
  private final Whereabouts whereabouts;
  private final int port;
  private final Service service;

  /**
   * @param tokens where a token is revoked that is to expire
   * @param port the port it is served at
   * @param service answers when nothing fails
   */
  public UnreliableService(
      Faults faults,
      Tokens tokens,
      Negotiation negotiation,
      Clock clock,
      Site site,
      Whereabouts whereabouts,
      int port,
      Service service) {
    this.faults = faults;
    this.answers = new FaultAnswers(negotiation, clock);
    this.tokens = tokens;
    this.site = site;
    this.whereabouts = whereabouts;
    this.port = port;
    this.service = service;
  }

  /** What the client gets to see. */
  public Delivery deliver(Request request) {
    if (whereabouts.isGone(port, request)) {
      return Delivery.whole(redirect(request, whereabouts.second()), FaultKind.MOVED);
    }
    Optional<Faults.Strike> strike = faults.next(request);
    return strike.isPresent()
        ? struck(request, strike.get())
        : Delivery.whole(service.answer(request), null);
  }

  private Delivery struck(Request request, Faults.Strike strike) {
    FaultRule rule = strike.rule();
    FaultKind kind = rule.kind();
    Answer real = rule.after() || kind.needsAnswer() ? service.answer(request) : Answer.empty(204);
    return switch (kind) {
      case DROPPED -> Delivery.none(kind);
      case OUTAGE ->
          rule.status() == 0
              ? Delivery.none(kind)
              : Delivery.whole(answers.of(strike, request), kind);
      case HALF_SENT -> new Delivery(real, Delivery.Manner.HALF, rule.over(), kind);
      case SLOW -> new Delivery(real, Delivery.Manner.SLOWLY, rule.over(), kind);
      case TRUNCATED_JSON -> Delivery.whole(truncated(real), kind);
      case MOVED -> {
        whereabouts.move(rule.requests());
        yield whereabouts.isGone(port, request)
            ? Delivery.whole(redirect(request, whereabouts.second()), kind)
            : Delivery.whole(rule.after() ? real : service.answer(request), null);
      }
      case REDIRECT -> Delivery.whole(redirect(request, port), kind);
      case REDIRECT_LOOP -> Delivery.whole(redirect(request, whereabouts.other(port)), kind);
      case TOKEN_EXPIRED -> {
        BearerToken.of(request).ifPresent(tokens::revoke);
        yield Delivery.whole(answers.of(strike, request), kind);
      }
      default -> Delivery.whole(answers.of(strike, request), kind);
    };
  }

  private Answer redirect(Request request, int to) {
    return Redirect.to(site.apiRoot(request, to));
  }

  private static Answer truncated(Answer answer) {
    String half = answer.body().substring(0, answer.body().length() / 2);
    return new Answer(answer.status(), answer.headers(), half);
  }
}
