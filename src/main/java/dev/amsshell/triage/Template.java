package dev.amsshell.triage;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A message without what is another one each time, so that messages of one cause are equal.
 *
 * @param text for people, with gaps
 * @param key for comparing: blanks beside marks do not count, which differ between versions of one
 *     message
 * @param isCut whether the message ends in dots, as one does that was too long for somebody
 */
record Template(String text, String key, boolean isCut) {
  /** Of stacks and banners, what comes after that is not looked at. */
  private static final int LONGEST = 8000;

  /** What comes after that tells no cause from another, and patterns take their time. */
  private static final int LONGEST_TOLD = 2000;

  /** Failures of a kind that says nothing unless one knows where. */
  private static final Pattern SPEECHLESS =
      Pattern.compile(
          "NullReferenceException|NullPointerException|IndexOutOfRangeException"
              + "|InvalidCastException");

  private static final Pattern EXCEPTION =
      Pattern.compile("^(?:[\\p{L}_]\\w{0,99}\\.){1,20}\\w*(?:Exception|Error):\\s+(?=\\S)");
  private static final Pattern QUOTED_GAP = Pattern.compile("(['\"`])…\\1");
  private static final Pattern LIST =
      Pattern.compile(
          "…(?:(?:\\h*[,;/|x×:.+-]\\h*|\\h+(?:and|und|et|y|e|и|or|to|at)\\h+|\\h+)…){1,50}");
  private static final Pattern BLANK_BESIDE_MARK =
      Pattern.compile(" ?(?<![\\p{L}\\p{N}…])(?! )| (?![\\p{L}\\p{N}…])");
  private static final Pattern CUT = Pattern.compile("(?:…|\\.\\.\\.)\\s*\\z");

  static Template of(String message) {
    String whole = message.substring(0, Math.min(message.length(), LONGEST));
    whole = whole.replaceAll("\\r\\n?", "\n").replaceAll("\\p{Cf}", "");
    String told = Chatter.without(whole);
    String place = SPEECHLESS.matcher(told).find() ? " " + Chatter.place(whole) : "";
    told = EXCEPTION.matcher(told.strip()).replaceFirst("");
    told = told.substring(0, Math.min(told.length(), LONGEST_TOLD));
    // a line that is there twice, such as of each stream, says nothing more
    String lines =
        Arrays.stream(Variables.takenOut(told).split("\n"))
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .distinct()
            .collect(Collectors.joining(" "));
    String text = lists(QUOTED_GAP.matcher(lines + place).replaceAll(Variables.GAP));
    text = text.replaceAll("\\s+", " ").strip();
    return new Template(text, key(text), CUT.matcher(told).find());
  }

  /** Where something is listed, how much of it is no cause. */
  private static String lists(String text) {
    String shorter = LIST.matcher(text).replaceAll(Matcher.quoteReplacement(Variables.GAP));
    return shorter.length() < text.length() ? lists(shorter) : shorter;
  }

  /** What is compared of a text. */
  static String key(String text) {
    return BLANK_BESIDE_MARK.matcher(text).replaceAll("");
  }
}
