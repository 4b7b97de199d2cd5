package dev.amsshell.service.v2;

import dev.amsshell.service.AccessRefused;
import dev.amsshell.service.RequestRefused;
import dev.amsshell.transport.Answer;
import dev.amsshell.transport.Header;
import dev.amsshell.transport.HttpTransport;
import java.util.List;
import java.util.function.BiFunction;

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

  /**
   * A list that is read page by page.
   *
   * @param first asks for the rows at some place
   * @param trust checks what comes
   */
  <T> Pages.Source<T> source(
      EntitySet<T> set, BiFunction<Long, Integer, Answer> first, Trust trust) {
    return new Pages.Source<>() {
      @Override
      public Pages.Page<T> read(long skip, int top) {
        return page(first.apply(skip, top), set, trust);
      }

      @Override
      public Pages.Page<T> follow(String next) {
        return page(get(NextLink.below(next, root())), set, trust);
      }
    };
  }

  private static <T> Pages.Page<T> page(Answer answer, EntitySet<T> set, Trust trust) {
    Payload.Page page = Payload.page(answer);
    List<T> rows = page.rows().stream().map(set.decoder()).toList();
    if (rows.stream().anyMatch(row -> set.entity().id().apply(row).isEmpty())) {
      throw Payload.unexpected(answer, "something without an id", "a list", null);
    }
    return new Pages.Page<>(trust.check(rows, set), page.next());
  }

  /** The API root as it is now. */
  String root() {
    return transport.endpoint().toString();
  }
}
