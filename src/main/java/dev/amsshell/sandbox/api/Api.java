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
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The AMS v2 REST API over one account, for clients that were let in. */
public final class Api implements Service {

  /** 2.0 to 2.19 (wire sheet 2). */
  private static final Pattern VERSION = Pattern.compile("2\\.(\\d|1\\d)");

  private static final Pattern ROOT = Pattern.compile("^/*api/*", Pattern.CASE_INSENSITIVE);

  private final Account account;
  private final Negotiation negotiation;
  private final Clock clock;
  private final Router router;
  private final Writer writer;
  private final Creation creation;
  private final Batch batch;

  /**
   * Serves that account.
   *
   * @param nextLink whether a full page says where the next one is
   * @param endpoint the API root, which addresses in answers begin with
   */
  public Api(
      Account account, boolean nextLink, URI endpoint, Negotiation negotiation, Clock clock) {
    this.account = account;
    this.negotiation = negotiation;
    this.clock = clock;
    Catalogue catalogue = new Catalogue(account);
    this.router = new Router(catalogue, nextLink);
    this.writer = new Writer(account, catalogue, clock);
    this.creation = new Creation(account, endpoint, negotiation, clock, router, writer);
    this.batch = new Batch(this, new ChangeSets(this, creation));
  }

  @Override
  public Answer answer(Request request) {
    PayloadFormat format = negotiation.chooseForError(request.headers().get("Accept").orElse(null));
    try {
      return respond(request);
    } catch (Refusal refusal) {
      return error(format, refusal);
    }
  }

  private Answer respond(Request request) {
    QueryString query = QueryString.parse(request.query());
    requireVersion(request, query);
    List<Segment> path = belowRoot(request.path());
    Verb verb = Verb.of(request);
    if (path.size() == 1 && path.get(0).equals(new Segment(CancelJob.NAME, null))) {
      CancelJob.run(account, request, query, clock.instant());
      return done();
    }
    if (path.size() == 1 && path.get(0).equals(new Segment(Batch.NAME, null))) {
      if (verb != Verb.CREATE) {
        throw Refusal.notAllowed("A batch is sent by POST.", Verb.CREATE.methods());
      }
      return batch.run(request);
    }
    if (path.size() == 1 && path.get(0).equals(new Segment("$metadata", null))) {
      // Nobody has kept the service's (wire sheet 11).
      throw new Refusal(501, "This sandbox has no metadata document.");
    }
    return switch (verb) {
      case READ -> read(path, query, request);
      case CREATE -> creation.whole(request, Map.of()).answer();
      case UPDATE -> {
        writer.update(path, request);
        yield done();
      }
      case DELETE -> {
        writer.delete(path, request);
        yield done();
      }
    };
  }

  private Answer read(List<Segment> path, QueryString query, Request request) {
    Resource resource =
        router.find(path, new Asked(address(request), query), account.at(clock.instant()));
    if (resource instanceof Resource.Count count) {
      // Plain text of OData 2.0, as the framework writes it; the service's own was not captured.
      return Answer.of(200, "text/plain;charset=utf-8", String.valueOf(count.rows()))
          .with(PayloadFormat.DATA_SERVICE_VERSION, "2.0;");
    }
    return format(request).answer(200, resource);
  }

  private PayloadFormat format(Request request) {
    return negotiation.choose(request.headers().get("Accept").orElse(null));
  }

  /** No version 3 feature is in nothing (wire sheet 2). */
  private static Answer done() {
    return Answer.empty(204).with(PayloadFormat.DATA_SERVICE_VERSION, "1.0;");
  }

  /** What stands behind the root, which is spelt in any letter case (wire sheet 1.1). */
  static List<Segment> belowRoot(String path) {
    List<Segment> segments = ResourcePath.parse(path);
    if (segments.isEmpty() || !segments.get(0).name().equalsIgnoreCase("api")) {
      throw Refusal.noSuchResource(segments.isEmpty() ? "/" : segments.get(0).name());
    }
    return segments.subList(1, segments.size());
  }

  private static String address(Request request) {
    return ROOT.matcher(request.path()).replaceFirst("");
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

  static Answer error(PayloadFormat format, Refusal refusal) {
    Answer answer = format.refusal(refusal.status(), refusal.getMessage());
    return refusal.allowed().map(methods -> answer.with("Allow", methods)).orElse(answer);
  }
}
