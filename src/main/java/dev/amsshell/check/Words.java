package dev.amsshell.check;

import java.util.stream.Collectors;
import org.codehaus.groovy.runtime.FormatHelper;

/** Values of scripts in messages. */
final class Words {
  /** More of a line than anybody reads. */
  private static final int MOST = 300;

  private static final String ELLIPSIS = "...";

  private Words() {}

  /** A value, of which text is quoted. */
  static String of(Object value) {
    return value instanceof CharSequence text ? "'" + text + "'" : FormatHelper.toString(value);
  }

  /** The same lines, of which each is cut where it is too long to be read. */
  static String brief(String text) {
    return text.lines().map(Words::cut).collect(Collectors.joining("\n"));
  }

  private static String cut(String line) {
    if (line.length() <= MOST) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(MOST - 1)) ? MOST - 1 : MOST;
    return line.substring(0, end) + ELLIPSIS;
  }
}
