package dev.amsshell.repl;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An input that was typed, as the history file knows it: a line of its own with milliseconds, a
 * colon, and the input, whose line breaks and backslashes are escaped. JLine writes the same.
 */
record HistoryEntry(Instant time, String input) {
  private static final Pattern FORMAT = Pattern.compile("(\\d{1,15}):(.*)", Pattern.DOTALL);
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.?)", Pattern.DOTALL);

  /** One line of the file, with its end. */
  byte[] encoded() {
    String escaped = input.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    return (time.toEpochMilli() + ":" + escaped + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** What a line of the file means; empty when it is damaged. */
  static Optional<HistoryEntry> decoded(byte[] line) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
    Matcher matcher = FORMAT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new HistoryEntry(
                Instant.ofEpochMilli(Long.parseLong(matcher.group(1))),
                unescaped(matcher.group(2))))
        : Optional.empty();
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape ->
                switch (escape.group(1)) {
                  case "n" -> "\n";
                  case "r" -> "\r";
                  default -> Matcher.quoteReplacement(escape.group(1));
                });
  }
}
