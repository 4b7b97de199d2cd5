package dev.amsshell.service.v2;

import dev.amsshell.service.AccessRefused;
import dev.amsshell.service.RequestRefused;
import dev.amsshell.transport.Answer;
import dev.amsshell.transport.Header;
import dev.amsshell.transport.HttpTransport;
import java.util.List;

/** Reads of the API, with the headers that it wants (wire sheet 2). */
final class Wire {
  private final HttpTransport transport;
  private final List<Header> headers;
  private final List<Header> forNumbers;

  Wire(HttpTransport transport, String apiVersion) {
    this.transport = transport;
    this.headers = headers(apiVersion, "application/json");
    // a number is no entity, and a service may refuse to write it as one
    this.forNumbers = headers(apiVersion, "text/plain");
  }

  /** As the official .NET client sends them. */
  private static List<Header> headers(String apiVersion, String accept) {
    return List.of(
        new Header("DataServiceVersion", "1.0;NetFx"),
        new Header("MaxDataServiceVersion", "3.0;NetFx"),
        new Header("Accept", accept),
        new Header("Accept-Charset", "UTF-8"),
        new Header("x-ms-version", apiVersion));
  }

  /** The answer, whatever its status. */
  Answer ask(String path) {
    return transport.get(path, headers);
  }

  /**
   * The answer of a success.
   *
   * @throws AccessRefused on 401 and 403
   * @throws RequestRefused on every other refusal
   */
  Answer get(String path) {
    Answer answer = ask(path);
    Refusals.check(answer);
    return answer;
  }

  /** A bare number, such as a count; throws as {@link #get} does. */
  long number(String path) {
    Answer answer = transport.get(path, forNumbers);
    Refusals.check(answer);
    String text = answer.text().replace("\ufeff", "").strip();
    if (!text.matches("\\d{1,18}")) {
      throw Payload.unexpected(answer, "something else", "a count", null);
    }
    return Long.parseLong(text);
  }

  /** The API root as it is now. */
  String root() {
    return transport.endpoint().toString();
  }
}
