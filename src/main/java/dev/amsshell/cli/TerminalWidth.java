package dev.amsshell.cli;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** The width of the process's terminal, which may change at any time; asked for once a second. */
final class TerminalWidth {
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final Clock clock;
  private final IntSupplier ask;
  private Instant asked = Instant.MIN;
  private int columns;

  /**
   * @param ask the width as it is now; 0 when it is not known
   */
  TerminalWidth(Clock clock, IntSupplier ask) {
    this.clock = clock;
    this.ask = ask;
  }

  /** The width, or the last that was known; 0 when none ever was. */
  int columns() {
    Instant now = clock.instant();
    if (now.isBefore(asked) || !now.isBefore(asked.plus(FRESH))) {
      asked = now;
      int told = ask.getAsInt();
      columns = told > 0 ? told : columns;
    }
    return columns;
  }

  /** Asks the system, by a command that every Unix has; Java itself cannot. */
  static int ask() {
    try {
      java.lang.Process stty =
          new ProcessBuilder(List.of("stty", "size"))
              .redirectInput(new File("/dev/tty"))
              .redirectError(Redirect.DISCARD)
              .start();
      try {
        if (stty.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
          return columns(
              new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        }
      } finally {
        stty.destroyForcibly();
      }
    } catch (IOException e) {
      // no such terminal, or no such command
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  /** From rows and columns. */
  static int columns(String size) {
    String[] parts = size.strip().split(" ");
    return parts.length == 2 ? Terminals.columns(parts[1]) : 0;
  }
}
