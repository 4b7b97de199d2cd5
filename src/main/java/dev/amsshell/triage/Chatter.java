package dev.amsshell.triage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that accompany failures of every kind and say nothing of their cause: frames of stacks,
 * banners of programs, what an HTTP client dumps of its request.
 */
final class Chatter {
  /**
   * In the languages in which .NET writes them, and as Java and Python do; cut off at the end too.
   */
  private static final Pattern FRAME =
      Pattern.compile(
          """
          (?mx)
          ^ \\h+ \\S{1,6} \\h+ [\\p{L}_$] [\\p{L}\\p{N}_.`<>$\\[\\],+|/]* \\( .* $
          | ^ \\h+ \\S{1,6} \\h+ [\\p{L}_] [\\w.<>`+]* (?: \\.\\.\\. | … ) \\z
          | ^ \\h* --- (?!>) .* $
          | ^ Traceback\\h\\(most\\hrecent\\hcall\\hlast\\): $
          | ^ \\h* \\[Previous\\hline\\hrepeated\\h\\d+\\hmore\\htimes?] $
          | ^ \\h* \\.\\.\\.\\h \\d+ \\h (?:more|common) .* $
          | ^ \\h* File\\h"[^"\\n]*",\\hline\\h\\d+ .* (?: \\R \\h{4,} .* )? $
          | \\h (?: at | bei | à | в | en | em | in | 場所 | 在 | 위치: | konum: ) \\h+
              [A-Za-z_] [\\w`<>$]{0,99} (?: \\. [\\w`<>$]{1,99} ){1,20} \\( [^)\\n]* \\)
              (?: \\h \\S{1,4} \\h \\S [^\\n]*? : \\S+ \\h \\d+ )?
          """);

  private static final Pattern BANNER =
      Pattern.compile(
          """
          (?mx)
          ^ \\h* (?: ffmpeg\\hversion | built\\hwith | configuration: | lib\\w+\\h+\\d | Input\\h\\# | Metadata: | Duration:
              | Stream\\h\\#.*(?:Video|Audio|Subtitle|Data): | Stream\\hmapping | Press\\h\\[q] | Last\\hmessage\\hrepeated
              | frame=\\h*\\d | Consider\\hincreasing\\hthe\\hvalue\\hfor ) .* $
          | ^ Headers: \\h* $ (?: \\R [\\w-]+ : .* ){0,50}
          | ^ \\h{2,} [\\w-]+ \\h* : \\h .* $
          """);

  /** What the storage client dumps of its request; of all that, the error code alone tells why. */
  private static final Pattern DUMP =
      Pattern.compile(
          "(?<!\\S)Request Information\\s+RequestID(?:[\\s\\S]*?(ErrorCode:\\w+))?[\\s\\S]*\\z");

  /** Of the page of a proxy, the title says all. */
  private static final Pattern HTML =
      Pattern.compile("(?is)<html\\b.*?<title>([^<]*)</title>.*?(?:</html>|\\z)");

  private Chatter() {}

  /** A message without such lines; the message as it is when nothing else is in it. */
  static String without(String message) {
    String told = HTML.matcher(message).replaceAll("$1");
    told = DUMP.matcher(told).replaceAll("$1");
    String rest = BANNER.matcher(FRAME.matcher(told).replaceAll("")).replaceAll("");
    return rest.isBlank() ? message : rest;
  }

  /**
   * Where the first stack of a message begins: what was called, without its arguments; or nothing.
   */
  static String place(String message) {
    Matcher frame = FRAME.matcher(message);
    if (!frame.find()) {
      return "";
    }
    String text = frame.group().strip();
    int arguments = text.indexOf('(');
    return arguments < 0 ? text : text.substring(0, arguments);
  }
}
