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

  Display(PrintStream out, Terminals terminals) {
    this.out = out;
    this.terminals = terminals;
    this.measure = terminals::columns;
  }

  PrintStream out() {
    return out;
  }

  /** Asks for the terminal's width from now on; 0 means that it is not known. */
  void measureBy(IntSupplier measure) {
    this.measure = measure;
  }

  /** What can be shown here, now. */
  Style style(Settings.Color color, Map<String, String> environment) {
    boolean isDumb = "dumb".equals(environment.get("TERM"));
    boolean isWanted = environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean hasColor =
        color == Settings.Color.ALWAYS
            || color == Settings.Color.AUTO && terminals.out() && isWanted && !isDumb;
    String ellipsis = isDumb || !isUnicode(environment) ? "..." : "\u2026";
    return new Style(
        terminals.out() ? width(environment) : Style.UNLIMITED,
        terminals.out(),
        hasColor,
        ellipsis);
  }

  private int width(Map<String, String> environment) {
    int measured = measure.getAsInt();
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
