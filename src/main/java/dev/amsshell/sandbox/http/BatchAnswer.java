package dev.amsshell.sandbox.http;

import java.util.List;
import java.util.UUID;

/** Writes the answer to a batch as the service did (wire sheet 5.5). */
public final class BatchAnswer {

  /** The answer to one part of a batch. */
  public sealed interface Item {}

  /** The answer to a query. */
  public record Single(Answer answer) implements Item {}

  /** The answers to a change set that was carried out, or the one error that undid all of it. */
  public record ChangeSet(List<Reply> replies) implements Item {}

  /**
   * The answer to one request of a change set.
   *
   * @param contentId the one that the request had, null without
   */
  public record Reply(String contentId, Answer answer) {}

  private static final String LINE_END = "\r\n";

  /** Captured answers have their fields in this order. */
  private static final List<String> FIELD_ORDER =
      List.of(
          "DataServiceVersion",
          "Content-Type",
          "Content-ID",
          "X-Content-Type-Options",
          "Cache-Control",
          "Location");

  private final StringBuilder text = new StringBuilder();

  private BatchAnswer() {}

  /** The whole answer; that its parts may be errors does not show in its status. */
  public static Answer of(List<Item> items) {
    BatchAnswer batch = new BatchAnswer();
    String boundary = "batchresponse_" + UUID.randomUUID();
    for (Item item : items) {
      batch.line("--" + boundary);
      if (item instanceof Single single) {
        batch.message(null, single.answer());
      } else if (item instanceof ChangeSet changes) {
        batch.changeSet(changes);
      }
    }
    batch.line("--" + boundary + "--");
    return Answer.of(202, "multipart/mixed; boundary=" + boundary, batch.text.toString())
        .with("DataServiceVersion", "1.0;");
  }

  private void changeSet(ChangeSet changes) {
    String boundary = "changesetresponse_" + UUID.randomUUID();
    line("Content-Type: multipart/mixed; boundary=" + boundary);
    line("");
    for (Reply reply : changes.replies()) {
      line("--" + boundary);
      message(reply.contentId(), reply.answer());
    }
    line("--" + boundary + "--");
  }

  private void message(String contentId, Answer answer) {
    line("Content-Type: application/http");
    line("Content-Transfer-Encoding: binary");
    line("");
    line("HTTP/1.1 " + answer.status() + " " + reason(answer.status()));
    Headers headers =
        answer
            .headers()
            .with("X-Content-Type-Options", "nosniff")
            .with("Cache-Control", "no-cache");
    if (contentId != null) {
      headers = headers.with("Content-ID", contentId);
    }
    for (String name : FIELD_ORDER) {
      headers.get(name).ifPresent(value -> field(name, value));
    }
    headers.all().forEach(this::fieldWithoutPlace);
    line("");
    line(answer.body());
  }

  private void field(String name, String value) {
    line(name + ": " + value);
  }

  private void fieldWithoutPlace(String name, String value) {
    if (FIELD_ORDER.stream().noneMatch(name::equalsIgnoreCase)) {
      field(name, value);
    }
  }

  private void line(String content) {
    text.append(content).append(LINE_END);
  }

  private static String reason(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 201 -> "Created";
      case 202 -> "Accepted";
      case 204 -> "No Content";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 409 -> "Conflict";
      case 415 -> "Unsupported Media Type";
      case 500 -> "Internal Server Error";
      case 501 -> "Not Implemented";
      case 503 -> "Service Unavailable";
      default -> "Unknown";
    };
  }
}
