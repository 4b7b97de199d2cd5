package dev.amsshell.auth;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import dev.amsshell.base.CancellableThread;
import dev.amsshell.transport.Answer;
import dev.amsshell.transport.Call;
import dev.amsshell.transport.Header;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * MSAL's way to the network: ours, so that proxies, certificates, deadlines and traces are the same
 * for all that the program sends.
 */
final class MsalHttp implements IHttpClient {
  private final SignInCalls calls;

  MsalHttp(SignInCalls calls) {
    this.calls = calls;
  }

  @Override
  public IHttpResponse send(HttpRequest request) throws Exception {
    List<Header> headers = new ArrayList<>();
    Map<String, String> given = Objects.requireNonNullElse(request.headers(), Map.of());
    given.forEach((name, value) -> headers.add(new Header(name, value)));
    String body = Objects.requireNonNullElse(request.body(), "");
    if (!body.isEmpty() && given.keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
      // MSAL leaves it to Java's own client, which takes any body for a form
      headers.add(new Header("Content-Type", "application/x-www-form-urlencoded"));
    }
    URI uri = request.url().toURI();
    Call call =
        new Call(request.httpMethod().name(), uri, headers, body.getBytes(StandardCharsets.UTF_8));
    return new Response(calls.send(call, CancellableThread.current()));
  }

  /** An answer as MSAL reads it. */
  private record Response(Answer answer) implements IHttpResponse {
    @Override
    public int statusCode() {
      return answer.status();
    }

    @Override
    public Map<String, List<String>> headers() {
      return answer.headers().map();
    }

    @Override
    public String body() {
      return answer.text();
    }
  }
}
