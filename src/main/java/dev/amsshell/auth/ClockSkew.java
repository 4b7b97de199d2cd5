package dev.amsshell.auth;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far this machine's clock is from the directory's, as the directory's complaint tells. */
final class ClockSkew {
  private static final Pattern TIME = Pattern.compile("Current time: (\\S+Z)");

  private ClockSkew() {}

  /** In words; empty when the complaint does not tell, or they agree to the minute. */
  static String of(String said, Instant now) {
    Matcher there = TIME.matcher(said);
    try {
      Duration ahead =
          there.find() ? Duration.between(Instant.parse(there.group(1)), now) : Duration.ZERO;
      long minutes = Math.round(ahead.abs().toSeconds() / 60.0);
      return minutes == 0
          ? ""
          : "this machine's clock is %d min %s the directory's"
              .formatted(minutes, ahead.isNegative() ? "behind" : "ahead of");
    } catch (DateTimeException e) {
      return "";
    }
  }
}
