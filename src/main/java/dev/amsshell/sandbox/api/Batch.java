package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.BatchAnswer;
import dev.amsshell.sandbox.http.BatchRequest;
import dev.amsshell.sandbox.http.Headers;
import dev.amsshell.sandbox.http.Request;
import dev.amsshell.sandbox.http.Service;
import java.util.List;

/** Carries out the parts of a batch one by one (wire sheet 5.5). */
final class Batch {

  static final String NAME = "$batch";

  private final Service api;
  private final ChangeSets changeSets;

  /**
   * @param api answers the requests that stand by themselves
   */
  Batch(Service api, ChangeSets changeSets) {
    this.api = api;
    this.changeSets = changeSets;
  }

  Answer run(Request batch) {
    String contentType = batch.headers().get("Content-Type").orElse(null);
    List<BatchAnswer.Item> answers =
        BatchRequest.parse(contentType, batch.body()).stream()
            .map(item -> answer(batch, item))
            .toList();
    return BatchAnswer.of(answers);
  }

  private BatchAnswer.Item answer(Request batch, BatchRequest.Item item) {
    if (item instanceof BatchRequest.Query query) {
      return new BatchAnswer.Single(api.answer(standingAlone(batch, query.request())));
    }
    List<BatchRequest.Change> changes =
        ((BatchRequest.ChangeSet) item)
            .changes().stream()
                .map(
                    change ->
                        new BatchRequest.Change(
                            change.contentId(), standingAlone(batch, change.request())))
                .toList();
    return changeSets.run(changes);
  }

  /** A part has its own path and headers, but the version is that of the whole. */
  private static Request standingAlone(Request batch, Request part) {
    Headers headers = part.headers();
    for (String inherited : List.of("x-ms-version", "Accept")) {
      String value = batch.headers().get(inherited).orElse(null);
      boolean useful = value != null && !value.contains("multipart/");
      if (useful && headers.get(inherited).isEmpty()) {
        headers = headers.with(inherited, value);
      }
    }
    if (headers.get("x-ms-version").isEmpty()) {
      // The whole had it in its query.
      headers = headers.with("x-ms-version", "2.19");
    }
    boolean belowRoot = !part.path().startsWith("/") && !part.path().startsWith("$");
    String path = belowRoot ? "/api/" + part.path() : part.path();
    return new Request(part.method(), path, part.query(), headers, part.body());
  }
}
