package dev.amsshell.service.v2;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.amsshell.base.SafeText;
import dev.amsshell.service.UnexpectedAnswer;
import dev.amsshell.transport.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Unwraps a successful answer in the minimal or the verbose form of JSON (wire sheet 5.4). */
final class Payload {
  private Payload() {}

  /**
   * The entities of a list, and where it goes on.
   *
   * @throws UnexpectedAnswer when the body is no such list
   */
  static Page page(Answer answer) {
    JsonNode root = parse(answer);
    JsonNode list = root.has("d") ? root.get("d") : root.get("value");
    JsonNode next = root.path("odata.nextLink");
    if (list != null && list.has("results")) {
      next = list.path("__next");
      list = list.get("results");
    }
    if (list == null || !list.isArray()) {
      throw unexpected(answer, "JSON that is no OData list", null);
    }
    List<JsonNode> rows = new ArrayList<>(list.size());
    for (JsonNode row : list) {
      if (!row.isObject()) {
        throw unexpected(answer, "a list of something else than entities", null);
      }
      rows.add(row);
    }
    if (!next.isMissingNode() && !next.isNull() && !next.isTextual()) {
      throw unexpected(answer, "a next link that is no text", "a list", null);
    }
    return new Page(rows, next.textValue());
  }

  /**
   * One answer of a list.
   *
   * @param rows its entities
   * @param next the address of the next one, or null; most services name none (wire sheet 5.3)
   */
  record Page(List<JsonNode> rows, String next) {}

  /** A body as a tree, or null when it is not JSON. */
  static JsonNode parseLeniently(byte[] body) {
    try {
      return JsonTree.read(body);
    } catch (IOException e) {
      return null;
    }
  }

  private static JsonNode parse(Answer answer) {
    if (looksLikeHtml(answer)) {
      throw unexpected(answer, "an HTML page", null);
    }
    try {
      JsonNode root = JsonTree.read(answer.body());
      if (root == null || !root.isObject()) {
        throw unexpected(answer, answer.body().length == 0 ? "nothing" : "no JSON object", null);
      }
      return root;
    } catch (JsonProcessingException e) {
      throw unexpected(answer, "JSON that is broken or cut off", e);
    } catch (IOException e) {
      throw unexpected(answer, "text that is not UTF-8", e);
    }
  }

  private static boolean looksLikeHtml(Answer answer) {
    byte[] body = answer.body();
    int start = 0;
    while (start < body.length && Character.isWhitespace(body[start])) {
      start++;
    }
    return answer.contentType().toLowerCase(Locale.ROOT).contains("html")
        || start < body.length && body[start] == '<';
  }

  static UnexpectedAnswer unexpected(Answer answer, String what, Throwable cause) {
    return unexpected(answer, what, "a list", cause);
  }

  /**
   * @param what is in the answer
   * @param expected what should be
   */
  static UnexpectedAnswer unexpected(Answer answer, String what, String expected, Throwable cause) {
    return new UnexpectedAnswer(
        "%s answered %d with %s instead of %s%s"
            .formatted(
                answer.uri().getRawAuthority(),
                answer.status(),
                what,
                expected,
                Refusals.requestId(answer)),
        "Is a proxy in between, or is the endpoint not the root of an AMS v2 API? It began: "
            + SafeText.line(beginning(answer)),
        cause);
  }

  private static String beginning(Answer answer) {
    String text = answer.text().strip();
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }
}
