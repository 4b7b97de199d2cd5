package dev.amsshell.repl;

import java.io.IOException;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Opens the terminal that the program was started in. */
final class Terminals {
  private static final String DUMB = "dumb";

  private Terminals() {}

  static Terminal open(Map<String, String> environment) throws IOException {
    if (!DUMB.equals(environment.get("TERM"))) {
      try {
        // of the ways to a terminal the one that is ready first, by a tenth of a second and more
        return TerminalBuilder.builder().system(true).provider("jni").dumb(false).build();
      } catch (IOException | IllegalStateException e) {
        // there is no native library for this system; another way is slower
      }
    }
    return TerminalBuilder.builder().system(true).dumb(true).build();
  }

  /** Whether a terminal understands nothing but text. */
  static boolean isDumb(Terminal terminal) {
    return terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }
}
