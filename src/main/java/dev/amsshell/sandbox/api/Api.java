package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.QueryString;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.http.Request;
import dev.amsshell.sandbox.http.Service;
import dev.amsshell.sandbox.odata.Negotiation;
import dev.amsshell.sandbox.odata.PayloadFormat;
import dev.amsshell.sandbox.odata.Resource;
import dev.amsshell.sandbox.odata.ResourcePath;
import dev.amsshell.sandbox.odata.ResourcePath.Segment;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

/** The AMS v2 REST API over one account, for clients that were let in. */
public final class Api implements Service {

  private static final String DATA_SERVICE_VERSION = "DataServiceVersion";

  /** 2.0 to 2.19 (wire sheet 2). */
  private static final Pattern VERSION = Pattern.compile("2\\.(\\d|1\\d)");

  private final Account account;
  private final Router router;
  private final Negotiation negotiation;
  private final Clock clock;

  /** Serves that account. */
  public Api(Account account, Negotiation negotiation, Clock clock) {
    this.account = account;
    this.router = new Router(new Catalogue(account));
    this.negotiation = negotiation;
    this.clock = clock;
  }

  @Override
  public Answer answer(Request request) {
    String accept = request.headers().get("Accept").orElse(null);
    PayloadFormat format = negotiation.chooseForError(accept);
    try {
      return respond(request, accept);
    } catch (Refusal refusal) {
      Answer answer = error(format, refusal.status(), refusal.getMessage());
      return refusal.status() == 405 ? answer.with("Allow", "GET, HEAD") : answer;
    } catch (RuntimeException | Error e) {
      // Whatever went wrong here is no business of the client, who must get an answer all the same.
      return error(format, 500, "An error occurred while processing this request.");
    }
  }

  private Answer respond(Request request, String accept) {
    QueryString query = QueryString.parse(request.query());
    requireVersion(request, query);
    requireReading(request.method());

    Resource resource = router.find(belowRoot(request.path()), query, account.at(clock.instant()));
    if (resource instanceof Resource.Count count) {
      return Answer.of(200, "text/plain;charset=utf-8", String.valueOf(count.rows()))
          .with(DATA_SERVICE_VERSION, "2.0;");
    }
    PayloadFormat format = negotiation.choose(accept);
    return Answer.of(200, format.contentType(resource), format.write(resource))
        .with(DATA_SERVICE_VERSION, format.version(resource));
  }

  /** What stands behind the root, which is spelt in any letter case (wire sheet 1.1). */
  private static List<Segment> belowRoot(String path) {
    List<Segment> segments = ResourcePath.parse(path);
    if (segments.isEmpty() || !segments.get(0).name().equalsIgnoreCase("api")) {
      throw Refusal.noSuchResource(segments.isEmpty() ? "/" : segments.get(0).name());
    }
    return segments.subList(1, segments.size());
  }

  /** The header may be replaced by {@code ?api-version=}, for browsers. */
  private static void requireVersion(Request request, QueryString query) {
    String version =
        request.headers().get("x-ms-version").or(() -> query.get("api-version")).orElse(null);
    if (version == null) {
      throw Refusal.badRequest("The x-ms-version header is missing.");
    }
    if (!VERSION.matcher(version.strip()).matches()) {
      throw Refusal.badRequest(
          "The x-ms-version '" + version + "' is not supported: 2.0 to 2.19 are.");
    }
  }

  private static void requireReading(String method) {
    if (!method.equals("GET") && !method.equals("HEAD")) {
      throw new Refusal(405, "This sandbox can only be read: " + method + " is not allowed.");
    }
  }

  private static Answer error(PayloadFormat format, int status, String message) {
    return Answer.of(status, format.errorContentType(), format.error(message))
        .with(DATA_SERVICE_VERSION, format.errorVersion());
  }
}
