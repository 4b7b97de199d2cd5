package dev.amsshell.service.v2;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.amsshell.base.Failure;
import dev.amsshell.job.Change;
import dev.amsshell.job.JobId;
import dev.amsshell.service.AccessRefused;
import dev.amsshell.service.RequestRefused;
import dev.amsshell.service.UnexpectedAnswer;
import dev.amsshell.transport.Answer;
import dev.amsshell.transport.Header;
import dev.amsshell.transport.HttpTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Requests to the API, with the headers that it wants (wire sheet 2). */
final class Wire {
  /** How often an answer that is broken is asked for; what cut it off may be gone at once. */
  private static final int ATTEMPTS = 3;

  private static final byte[] NOTHING = new byte[0];

  private final HttpTransport transport;
  private final Consumer<String> notices;
  private final Refusals refusals;
  private final List<Header> headers;
  private final List<Header> forNumbers;
  private final List<Header> withBody;

  /**
   * @param notices told what a person may want to know while it happens
   */
  Wire(HttpTransport transport, String apiVersion, Consumer<String> notices) {
    this.transport = transport;
    this.notices = notices;
    this.refusals = new Refusals(transport::whenRefused);
    this.headers = headers(apiVersion, "1.0;NetFx", "application/json");
    // a number is no entity, and a service may refuse to write it as one
    this.forNumbers = headers(apiVersion, "1.0;NetFx", "text/plain");
    this.withBody = new ArrayList<>(headers(apiVersion, "3.0;NetFx", "application/json"));
    withBody.add(new Header("Content-Type", "application/json;odata=verbose"));
  }

  /** As the official .NET client sends them. */
  private static List<Header> headers(String apiVersion, String bodyVersion, String accept) {
    return List.of(
        new Header("DataServiceVersion", bodyVersion),
        new Header("MaxDataServiceVersion", "3.0;NetFx"),
        new Header("Accept", accept),
        new Header("Accept-Charset", "UTF-8"),
        new Header("x-ms-version", apiVersion));
  }

  /**
   * Lets a success pass.
   *
   * @throws AccessRefused on 401 and 403
   * @throws RequestRefused on every other refusal
   */
  void check(Answer answer) {
    refusals.check(answer);
  }

  /** What to throw for an answer that is no success. */
  Failure refusal(Answer answer) {
    return refusals.failure(answer);
  }

  /** The answer, whatever its status. */
  Answer ask(String path) {
    return transport.get(path, headers, notices);
  }

  /**
   * The answer of a success.
   *
   * @throws AccessRefused on 401 and 403
   * @throws RequestRefused on every other refusal
   */
  Answer get(String path) {
    Answer answer = ask(path);
    check(answer);
    return answer;
  }

  /**
   * Sends a change of a job, once, and gives the answer, whatever its status (wire sheet 6.1 to
   * 6.3).
   *
   * @throws dev.amsshell.transport.OutcomeUnknown when no answer says what became of it
   */
  Answer send(Change change, JobId id) {
    // as the documents write it, colons included
    String key = UrlText.encode(Literals.string(id.text())).replace(":", "%3A");
    if (change instanceof Change.Cancel) {
      return transport.send("GET", "CancelJob?jobid=" + key, headers, NOTHING, notices);
    }
    String path = "Jobs(" + key + ")";
    if (change instanceof Change.Priority priority) {
      byte[] body = "{\"Priority\":%d}".formatted(priority.value()).getBytes(UTF_8);
      return transport.send("MERGE", path, withBody, body, notices);
    }
    return transport.send("DELETE", path, headers, NOTHING, notices);
  }

  /** Waits as long as before a read is tried again, after so many tries. */
  void pause(int tries) {
    transport.pause(tries);
  }

  /** A bare number, such as a count; throws as {@link #get} does. */
  long number(String path) {
    Answer answer = transport.get(path, forNumbers, notices);
    check(answer);
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
        return page(() -> first.apply(skip, top), set, trust);
      }

      @Override
      public Pages.Page<T> follow(String next) {
        return page(() -> get(NextLink.below(next, root())), set, trust);
      }
    };
  }

  private <T> Pages.Page<T> page(Supplier<Answer> request, EntitySet<T> set, Trust trust) {
    Pages.Page<T> page = page(request, set);
    return new Pages.Page<>(trust.check(page.rows(), set), page.next());
  }

  /** Part of a list; asked for again when it comes broken. */
  <T> Pages.Page<T> page(Supplier<Answer> request, EntitySet<T> set) {
    for (int attempt = 1; ; attempt++) {
      Answer answer = request.get();
      try {
        return decoded(answer, set);
      } catch (UnexpectedAnswer e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        notices.accept(
            "%s; trying again (%d of %d)".formatted(e.getMessage(), attempt + 1, ATTEMPTS));
      }
    }
  }

  private static <T> Pages.Page<T> decoded(Answer answer, EntitySet<T> set) {
    Payload.Page page = Payload.page(answer);
    List<T> rows = page.rows().stream().map(set.decoder()).toList();
    if (rows.stream().anyMatch(row -> set.entity().id().apply(row).isEmpty())) {
      throw Payload.unexpected(answer, "something without an id", null);
    }
    return new Pages.Page<>(rows, page.next());
  }

  /** The API root as it is now. */
  String root() {
    return transport.endpoint().toString();
  }
}
