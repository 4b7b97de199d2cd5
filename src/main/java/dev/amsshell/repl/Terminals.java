package dev.amsshell.repl;

import java.io.IOException;
import java.util.Map;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * Opens the terminal that the program was started in. What is pressed while nobody reads is not
 * shown by the terminal, but by the prompt that takes it.
 */
final class Terminals {
  private static final String DUMB = "dumb";

  private Terminals() {}

  static Terminal open(Map<String, String> environment) throws IOException {
    if (!DUMB.equals(environment.get("TERM"))) {
      try {
        // of the ways to a terminal the one that is ready first, by a tenth of a second and more
        return silent(TerminalBuilder.builder().system(true).provider("jni").dumb(false).build());
      } catch (IOException | IllegalStateException e) {
        // there is no native library for this system; another way is slower
      }
    }
    Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build();
    return isDumb(terminal) ? terminal : silent(terminal);
  }

  /** Closing it brings back what it was before. */
  private static Terminal silent(Terminal terminal) {
    Attributes attributes = terminal.getAttributes();
    attributes.setLocalFlag(LocalFlag.ECHO, false);
    terminal.setAttributes(attributes);
    return terminal;
  }

  /** Whether a terminal understands nothing but text. */
  static boolean isDumb(Terminal terminal) {
    return terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }

  static boolean isClosed(Terminal terminal) {
    try {
      terminal.writer();
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
