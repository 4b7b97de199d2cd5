package dev.amsshell.auth;

import com.microsoft.aad.msal4j.MsalException;
import dev.amsshell.base.Cancelled;
import dev.amsshell.base.Failure;
import dev.amsshell.base.SafeText;
import dev.amsshell.config.Directory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What it means that no token was given, in words for a person. */
final class SignInTrouble {
  private static final Pattern CODE = Pattern.compile("AADSTS(\\d{1,9})");

  /** What follows is for Microsoft's support. */
  private static final Pattern TAIL = Pattern.compile("(?s)\\s*(?:Trace ID:|\\R).*");

  private static final Pattern TRACE = Pattern.compile("Trace ID: ([0-9a-fA-F-]{36})");

  private static final int LONGEST = 300;

  private SignInTrouble() {}

  /**
   * Who tried.
   *
   * @param directory the directory that was asked
   * @param clientId the application
   * @param context knows how far the clocks are apart
   * @param profile of the user who signs in; empty for an application
   */
  record Attempt(Directory directory, String clientId, SignInContext context, String profile) {
    Attempt(Directory directory, String clientId, SignInContext context) {
      this(directory, clientId, context, "");
    }

    Attempt ofUser(String profile) {
      return new Attempt(directory, clientId, context, profile);
    }

    String again() {
      return "Sign in again: ams-shell login --profile " + profile;
    }
  }

  /** The failure of a sign-in with a directory. */
  static RuntimeException of(Throwable thrown, Attempt attempt) {
    Failure ours = ours(thrown);
    if (ours != null) {
      return ours;
    }
    if (!(thrown instanceof Exception)) {
      return unchecked(thrown);
    }
    String said = String.valueOf(thrown.getMessage());
    DirectoryWords words = DirectoryWords.of(code(thrown, said), said, attempt);
    return new SignInRefused(
        "%s gives no token: %s%s"
            .formatted(attempt.directory().authority().getAuthority(), words.what(), trace(said)),
        words.advice(),
        thrown);
  }

  /** The failure of a machine's own identity. */
  static RuntimeException ofMachine(Exception thrown, String identity) {
    Failure ours = ours(thrown);
    String said = ours == null ? text(String.valueOf(thrown.getMessage())) : ours.getMessage();
    return new SignInRefused(
        "there is no token for the %s: %s".formatted(identity, said),
        "It exists on Azure machines alone, and must be assigned there: turn it on for this machine,"
            + " or name another with client-id.",
        thrown);
  }

  /** Lets what is no failure of the sign-in pass. */
  static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException same ? same : new IllegalStateException(thrown);
  }

  /** What our own parts failed with, beneath what MSAL made of it. */
  private static Failure ours(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof Cancelled cancelled) {
        throw cancelled;
      }
      if (each instanceof Failure failure) {
        return failure;
      }
    }
    return null;
  }

  /** The number of the directory's error; 0 when it gave none. */
  private static int code(Throwable thrown, String said) {
    Matcher code = CODE.matcher(said);
    if (code.find()) {
      return Integer.parseInt(code.group(1));
    }
    // of an answer by way of a browser, MSAL does not tell the text
    boolean isDeclined =
        thrown instanceof MsalException msal
            && "invalid_authorization_result".equals(msal.errorCode());
    return isDeclined ? DirectoryWords.DECLINED : 0;
  }

  /** The directory's own words, without what is for Microsoft's support. */
  static String text(String said) {
    String plain = TAIL.matcher(said).replaceFirst("");
    return SafeText.line(plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...");
  }

  private static String trace(String said) {
    Matcher trace = TRACE.matcher(said);
    return trace.find() ? " (trace id " + trace.group(1) + ")" : "";
  }
}
