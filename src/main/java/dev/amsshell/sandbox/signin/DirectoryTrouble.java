package dev.amsshell.sandbox.signin;

import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.PlainPath;
import dev.amsshell.sandbox.http.Request;
import java.time.Clock;
import java.util.regex.Pattern;

/** How the directory says, in its own form, that it cannot answer now. */
public final class DirectoryTrouble {

  private static final Pattern PATH =
      Pattern.compile("/[^/]+/oauth2/(v2\\.0/)?(token|devicecode|authorize)/?");

  private static final int TOO_MANY = 429;

  private final AadErrors errors;

  /** Dates what it says by that clock. */
  public DirectoryTrouble(Clock clock) {
    this.errors = new AadErrors(clock);
  }

  /** Whether the directory was asked, and not the API or anything else. */
  public static boolean concerns(Request request) {
    return PATH.matcher(PlainPath.of(request.path())).matches();
  }

  /**
   * The error.
   *
   * @param text what it says, null for the usual
   */
  public Answer answer(int status, String text, Request request) {
    String usual =
        status == TOO_MANY
            ? "There are too many incoming requests."
            : "A transient error has occurred. Please try again.";
    return errors.answer(
        new AadRefusal(
            status,
            "temporarily_unavailable",
            status == TOO_MANY ? 90055 : 90033,
            text == null ? usual : text),
        request);
  }
}
