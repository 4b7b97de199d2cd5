package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.account.Account;
import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.http.Request;
import dev.amsshell.sandbox.odata.Entry;
import dev.amsshell.sandbox.odata.Negotiation;
import dev.amsshell.sandbox.odata.PayloadFormat;
import dev.amsshell.sandbox.odata.Resource;
import dev.amsshell.sandbox.odata.ResourcePath.Segment;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Creates entities and answers with what was created (wire sheet 6.4). */
final class Creation {

  private final Account account;
  private final URI endpoint;
  private final Negotiation negotiation;
  private final Clock clock;
  private final Router router;
  private final Writer writer;

  Creation(
      Account account,
      URI endpoint,
      Negotiation negotiation,
      Clock clock,
      Router router,
      Writer writer) {
    this.account = account;
    this.endpoint = endpoint;
    this.negotiation = negotiation;
    this.clock = clock;
    this.router = router;
    this.writer = writer;
  }

  /**
   * What was created.
   *
   * @param path below the root
   */
  record Created(List<Segment> path, Answer answer) {}

  /**
   * @param inline parts of it that come in requests of their own, by the name of the navigation
   */
  Created whole(Request request, Map<String, List<Entry>> inline) {
    // Before anything is created: an answer that cannot be written must not leave a job behind.
    PayloadFormat format = format(request);
    List<Segment> path = Api.belowRoot(request.path());
    Entry entry = writer.newEntry(path, request);
    Map<String, List<Entry>> all = new HashMap<>(entry.inline());
    all.putAll(inline);
    Entry complete = new Entry(entry.representation(), entry.properties(), entry.links(), all);
    List<Segment> created = writer.create(path.get(0).name(), complete);
    Resource found = router.find(created, account.at(clock.instant()));
    return new Created(created, answer((Resource.Single<?>) found, format));
  }

  /** A part that comes in a request of its own. */
  Entry part(String navigation, Request request) {
    format(request);
    return writer.newPart(navigation, request);
  }

  /** The answer to the request that held the part of that number. */
  Answer partAnswer(Created whole, String navigation, int number, Request request) {
    List<Segment> path = List.of(whole.path().get(0), new Segment(navigation, null));
    Resource found = router.find(path, account.at(clock.instant()));
    return answer(row((Resource.Rows<?>) found, number), format(request));
  }

  Answer error(Request request, Refusal refusal) {
    PayloadFormat format = negotiation.chooseForError(accept(request));
    return Api.error(format, refusal);
  }

  private Answer answer(Resource.Single<?> entity, PayloadFormat format) {
    return format.answer(201, entity).with("Location", endpoint + entity.address());
  }

  private PayloadFormat format(Request request) {
    return negotiation.choose(accept(request));
  }

  /** Who does not say what to be answered in is answered in what was sent. */
  private static String accept(Request request) {
    return request
        .headers()
        .get("Accept")
        .or(() -> request.headers().get("Content-Type"))
        .orElse(null);
  }

  private static <T> Resource.Single<T> row(Resource.Rows<T> rows, int number) {
    return new Resource.Single<>(rows.type(), rows.rows().get(number));
  }
}
