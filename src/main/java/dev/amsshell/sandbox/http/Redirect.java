package dev.amsshell.sandbox.http;

/** The service's 301, which names the root of an API and never a resource (wire sheet 3). */
public final class Redirect {

  private Redirect() {}

  /** Sends the client on to that root. */
  public static Answer to(String apiRoot) {
    return Answer.of(
            301,
            "text/html; charset=utf-8",
            "<html><head><title>Object moved</title></head><body>\r\n"
                + "<h2>Object moved to <a href=\""
                + apiRoot
                + "\">here</a>.</h2>\r\n</body></html>\r\n")
        .with("Location", apiRoot);
  }
}
