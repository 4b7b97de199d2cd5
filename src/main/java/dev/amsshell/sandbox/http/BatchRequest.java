package dev.amsshell.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is asked for within a batch (wire sheet 5.5). */
public final class BatchRequest {

  /** One part of a batch. */
  public sealed interface Item {}

  /** A request that changes nothing: GET. */
  public record Query(Request request) implements Item {}

  /** Requests that are carried out all together or not at all. */
  public record ChangeSet(List<Change> changes) implements Item {}

  /**
   * One request of a change set. The path of its request is as it was sent, without scheme and
   * host: from the root of the host when it begins with a slash, else from the root of the API.
   * What names an entity of the same change set begins with the reference: {@code $1/Tasks}.
   *
   * @param contentId what later requests refer to it by, null without
   */
  public record Change(String contentId, Request request) {}

  /** More requests than the largest job would need. */
  private static final int MOST_REQUESTS = 1000;

  private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");

  private static final Pattern ROOT = Pattern.compile("^https?://[^/?]*", Pattern.CASE_INSENSITIVE);

  /** A reference, below the root of the API or by itself: clients make an address of it. */
  private static final Pattern REFERENCE = Pattern.compile("/*(?:[^/]+/+)?(?:\\$|%24)(\\d.*)");

  private int requests;

  private BatchRequest() {}

  /**
   * The parts of a batch in their order.
   *
   * @param contentType the header of the batch, null without one
   */
  public static List<Item> parse(String contentType, byte[] body) {
    BatchRequest batch = new BatchRequest();
    return Multipart.parse(contentType, body).stream().map(batch::item).toList();
  }

  private Item item(BodyPart part) {
    if (part.mediaType().equals("multipart/mixed")) {
      String contentType = part.headers().get("Content-Type").orElseThrow();
      List<Change> changes = new ArrayList<>();
      for (BodyPart inner : Multipart.parse(contentType, part.body())) {
        changes.add(change(inner));
      }
      return new ChangeSet(changes);
    }
    Request request = request(part);
    if (!request.method().equals("GET")) {
      throw Refusal.badRequest(
          "Only GET is allowed outside of a change set, not " + request.method() + ".");
    }
    return new Query(request);
  }

  private Change change(BodyPart part) {
    Request request = request(part);
    if (request.method().equals("GET")) {
      throw Refusal.badRequest("GET is not allowed within a change set.");
    }
    String contentId =
        request.headers().get("Content-ID").or(() -> part.headers().get("Content-ID")).orElse(null);
    return new Change(contentId, request);
  }

  private Request request(BodyPart part) {
    if (!part.mediaType().equals("application/http")) {
      throw Refusal.badRequest(
          "A part of the batch is '%s' where application/http is expected."
              .formatted(part.mediaType()));
    }
    if (++requests > MOST_REQUESTS) {
      throw Refusal.badRequest("A batch holds at most " + MOST_REQUESTS + " requests.");
    }
    String[] lineAndRest = part.text().stripLeading().split("\n", 2);
    String line =
        new String(lineAndRest[0].getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    int method = line.indexOf(' ');
    int version = line.lastIndexOf(" HTTP/1.");
    if (method < 0 || version <= method || !METHOD.matcher(line.substring(0, method)).matches()) {
      throw Refusal.badRequest(
          "A part of the batch has no request line such as 'POST https://host/api/Jobs HTTP/1.1'.");
    }
    BodyPart message = BodyPart.parse(lineAndRest.length == 2 ? lineAndRest[1] : "");
    String[] target =
        ROOT.matcher(line.substring(method, version).strip()).replaceFirst("").split("\\?", 2);
    return new Request(
        line.substring(0, method),
        path(target[0]),
        target.length == 2 ? target[1] : null,
        message.headers(),
        message.body());
  }

  private static String path(String path) {
    Matcher reference = REFERENCE.matcher(path);
    return reference.matches() ? "$" + reference.group(1) : path;
  }
}
