package dev.amsshell.service.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amsshell.base.Failure;
import dev.amsshell.base.SafeText;
import dev.amsshell.service.AccessRefused;
import dev.amsshell.service.RequestRefused;
import dev.amsshell.transport.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns an answer that is no success into words (wire sheet 7.1 and 7.2). */
final class Refusals {
  private static final int LONGEST_TEXT = 400;
  private static final int LONGEST_BODY = 16 << 10;

  /** The message of an XML error with or without prefix; matched by local name. */
  private static final Pattern XML_MESSAGE =
      Pattern.compile("<(?:\\w+:)?message\\b[^>]*>([^<]*)<", Pattern.CASE_INSENSITIVE);

  /** How an account says that it is none any more (wire sheet 7.2). */
  private static final Pattern GONE =
      Pattern.compile("(?i)account\\b.*\\b(?:deleted|disabled|not found)");

  private final Supplier<String> tokenAdvice;

  /**
   * @param tokenAdvice what to do when the token is refused
   */
  Refusals(Supplier<String> tokenAdvice) {
    this.tokenAdvice = tokenAdvice;
  }

  /**
   * Lets a success pass.
   *
   * @throws AccessRefused on 401 and 403
   * @throws RequestRefused on every other refusal
   */
  void check(Answer answer) {
    if (!answer.isSuccess()) {
      throw failure(answer);
    }
  }

  /** How to find the request in the service's own logs; empty when it named none. */
  static String requestId(Answer answer) {
    return answer.requestId().isEmpty()
        ? ""
        : " (request id " + SafeText.line(answer.requestId()) + ")";
  }

  /** What to throw for an answer that is no success. */
  Failure failure(Answer answer) {
    String host = answer.uri().getRawAuthority();
    String text = text(answer);
    String said = (text.isEmpty() ? "" : ": " + text) + requestId(answer);
    return switch (answer.status()) {
      case 401 -> unauthorized(answer, host, said);
      case 403 -> forbidden(host, text, said);
      case 404 ->
          new RequestRefused(
              404,
              "%s knows no such address (404)%s".formatted(host, said),
              "Is the endpoint the root of an AMS v2 API? Asked: " + asked(answer));
      case 408, 429, 500, 502, 503, 504 ->
          new RequestRefused(
              answer.status(),
              "%s still answered %d after all retries%s".formatted(host, answer.status(), said),
              "The service is busy or ailing; try again " + when(answer) + ".");
      default ->
          new RequestRefused(
              answer.status(),
              "%s refused the request (%d)%s".formatted(host, answer.status(), said),
              "Asked: " + asked(answer));
    };
  }

  /** Without a word, the token is good and whoever it is for has no role (wire sheet 1.2). */
  private AccessRefused unauthorized(Answer answer, String host, String said) {
    String silence =
        answer.body().length == 0
            ? ", without a word, as when whoever signed in has no role on this account"
            : "";
    return new AccessRefused(
        "%s did not accept the token (401)%s%s".formatted(host, silence, said), tokenAdvice.get());
  }

  private static AccessRefused forbidden(String host, String text, String said) {
    Matcher gone = GONE.matcher(text);
    if (gone.find()) {
      return new AccessRefused(
          "the account at %s was deleted or disabled (403)%s".formatted(host, said),
          "Look for it in the Azure portal, and check that the endpoint is that of the account.");
    }
    return new AccessRefused(
        "%s does not permit this (403)%s".formatted(host, said),
        "The account may be disabled or deleted, the token may lack the right to it, or a quota is"
            + " reached.");
  }

  /** When it says itself that it will have recovered; one that asks for long is not asked again. */
  private static String when(Answer answer) {
    return answer
        .retryAfter()
        .filter(wait -> !wait.isZero())
        .map(wait -> wait.toSeconds() < 120 ? wait.toSeconds() + " s" : wait.toMinutes() + " min")
        .map(wait -> "in " + wait + ", as it asks itself")
        .orElse("later");
  }

  /** Where the request went, as a person reads it. */
  private static String asked(Answer answer) {
    return SafeText.line(URLDecoder.decode(answer.uri().toString(), StandardCharsets.UTF_8));
  }

  private static String text(Answer answer) {
    String text = jsonText(Payload.parseLeniently(answer.body()));
    if (text == null) {
      String body = answer.text();
      // what says more than that before it comes to the point is no error of the service
      Matcher xml = XML_MESSAGE.matcher(body.substring(0, Math.min(body.length(), LONGEST_BODY)));
      text = xml.find() ? unescape(xml.group(1)) : "";
    }
    text = text.strip();
    return SafeText.line(
        text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...");
  }

  private static String jsonText(JsonNode body) {
    if (body == null) {
      return null;
    }
    JsonNode error = body.has("odata.error") ? body.get("odata.error") : body.path("error");
    JsonNode message = error.path("message");
    return message.isTextual() ? message.asText() : message.path("value").asText(null);
  }

  private static String unescape(String xml) {
    return xml.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }
}
