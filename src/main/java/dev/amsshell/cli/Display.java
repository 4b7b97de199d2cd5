package dev.amsshell.cli;

import dev.amsshell.render.Style;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * Where values are shown. Printers write nothing that a terminal would obey but their own colours,
 * so that this is stdout without the guard that a script's own output passes.
 */
final class Display {
  private static final int USUAL_WIDTH = 80;

  private final PrintStream out;
  private final Terminals terminals;
  private volatile IntSupplier measure;
  private volatile IntSupplier rows = () -> 0;

  Display(PrintStream out, Terminals terminals) {
    this.out = out;
    this.terminals = terminals;
    this.measure = terminals::columns;
  }

  PrintStream out() {
    return out;
  }

  /** Asks for the terminal's width and height from now on; 0 means that it is not known. */
  void measureBy(IntSupplier columns, IntSupplier rows) {
    this.measure = columns;
    this.rows = rows;
  }

  /** The terminal's height, now; 0 when it is not known. */
  int rows() {
    return rows.getAsInt();
  }

  /** The terminal's width, now; 0 when it is not known. */
  int columns() {
    return measure.getAsInt();
  }

  /** What can be shown here, now. */
  Style style(Preferences preferences, Map<String, String> environment) {
    return style(terminals.out(), columns(), preferences, environment);
  }

  /**
   * What can be shown at another place.
   *
   * @param isTerminal whether it is a terminal
   * @param columns its width; 0 when it is not known
   */
  static Style style(
      boolean isTerminal, int columns, Preferences preferences, Map<String, String> environment) {
    Preferences.Color color = preferences.color();
    boolean isDumb = isDumb(environment);
    boolean isWanted = environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean hasColor =
        color == Preferences.Color.ALWAYS
            || color == Preferences.Color.AUTO && isTerminal && isWanted && !isDumb;
    String ellipsis = isDumb || !isUnicode(environment) ? "..." : "\u2026";
    return new Style(
        isTerminal ? width(columns, environment) : Style.UNLIMITED,
        isTerminal,
        hasColor,
        ellipsis,
        preferences.zone());
  }

  /** Whether a terminal understands nothing but text. */
  static boolean isDumb(Map<String, String> environment) {
    return "dumb".equals(environment.get("TERM"));
  }

  private static int width(int measured, Map<String, String> environment) {
    int told = Terminals.columns(environment.get("COLUMNS"));
    return measured > 0 ? measured : told > 0 ? told : USUAL_WIDTH;
  }

  /** What is written is UTF-8 in any case; a terminal of another kind would garble it. */
  private static boolean isUnicode(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String locale = environment.getOrDefault(name, "");
      if (!locale.isEmpty()) {
        return locale.matches("(?i).*utf-?8.*");
      }
    }
    return true;
  }
}
