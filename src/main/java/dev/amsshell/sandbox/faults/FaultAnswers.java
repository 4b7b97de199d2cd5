package dev.amsshell.sandbox.faults;

import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.Request;
import dev.amsshell.sandbox.odata.Negotiation;
import dev.amsshell.sandbox.odata.PayloadFormat;
import dev.amsshell.sandbox.signin.DirectoryTrouble;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The answers that a failing service, or something between it and the client, gives. */
final class FaultAnswers {

  /** The service's words when it is busy; the numbers are made up (wire sheet 7.2). */
  private static final List<String> BUSY =
      List.of(
          "Server is busy. Previous runs of this type of request took more than 5 seconds.",
          "Server is busy. More than 100 requests per second can be throttled.",
          "Server is busy. More than 600 requests within 60 seconds can be throttled.");

  private final Negotiation negotiation;
  private final DirectoryTrouble directory;
  private final Clock clock;

  FaultAnswers(Negotiation negotiation, Clock clock) {
    this.negotiation = negotiation;
    this.directory = new DirectoryTrouble(clock);
    this.clock = clock;
  }

  Answer of(Faults.Strike strike, Request request) {
    FaultRule rule = strike.rule();
    Answer answer =
        switch (rule.kind()) {
          case UNAUTHORIZED_EMPTY -> unauthorized(Answer.empty(rule.answeredStatus()));
          case TOKEN_EXPIRED ->
              unauthorized(
                  error(rule, request, "The token in the Authorization header has expired."));
          case ACCOUNT_DELETED -> error(rule, request, "The account has been deleted or disabled.");
          case HTML -> page(rule, "Please sign in to this network to go on.");
          case BAD_GATEWAY -> page(rule, "502 Bad Gateway");
          case GATEWAY_TIMEOUT -> page(rule, "504 Gateway Time-out");
          case TOO_MANY_REQUESTS -> error(rule, request, "Too many requests.");
          case INTERNAL_ERROR ->
              error(rule, request, "An error occurred while processing this request.");
          default -> error(rule, request, BUSY.get((int) (strike.number() % BUSY.size())));
        };
    return rule.retryAfter() == null ? answer : answer.with("Retry-After", retryAfter(rule));
  }

  private Answer error(FaultRule rule, Request request, String usual) {
    if (DirectoryTrouble.concerns(request)) {
      return directory.answer(rule.answeredStatus(), rule.text(), request);
    }
    PayloadFormat format = negotiation.chooseForError(request.headers().get("Accept").orElse(null));
    String text = rule.text() == null ? usual : rule.text();
    return format.refusal(rule.answeredStatus(), text);
  }

  private static Answer page(FaultRule rule, String usual) {
    String text = rule.text() == null ? usual : rule.text();
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return Answer.of(
        rule.answeredStatus(),
        "text/html",
        "<html>\r\n<head><title>%1$s</title></head>\r\n<body>\r\n<h1>%1$s</h1>\r\n</body>\r\n</html>"
            .formatted(escaped));
  }

  private static Answer unauthorized(Answer answer) {
    return answer.with("WWW-Authenticate", "Bearer");
  }

  private String retryAfter(FaultRule rule) {
    return rule.retryAfterDate()
        ? DateTimeFormatter.RFC_1123_DATE_TIME.format(
            clock.instant().plus(rule.retryAfter()).atOffset(ZoneOffset.UTC))
        : String.valueOf(rule.retryAfter().toSeconds());
  }
}
