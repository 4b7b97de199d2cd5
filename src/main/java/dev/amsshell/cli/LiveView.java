package dev.amsshell.cli;

import dev.amsshell.await.ProgressView;
import dev.amsshell.render.Progress;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A wait drawn on a terminal, again and again in the same place. The cursor always rests where the
 * drawing begins, so that nothing depends on what the terminal makes of long lines when it is
 * resized.
 */
final class LiveView implements ProgressView {
  private static final String ERASE_LINE = "\u001b[K";
  private static final String ERASE_BELOW = "\u001b[J";
  private static final String NO_WRAP = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";

  private final PrintStream terminal;
  private final Function<Progress, List<String>> drawing;
  private final Consumer<String> notices;
  private final Runnable onClose;
  private List<String> drawn = List.of();

  /**
   * @param drawing the lines as they fit on the terminal now
   * @param notices takes what stays on the screen
   */
  LiveView(
      PrintStream terminal,
      Function<Progress, List<String>> drawing,
      Consumer<String> notices,
      Runnable onClose) {
    this.terminal = terminal;
    this.drawing = drawing;
    this.notices = notices;
    this.onClose = onClose;
  }

  @Override
  public boolean wantsTasks(Instant now) {
    return true;
  }

  @Override
  public void tell(String line) {
    notices.accept(line);
  }

  /** Prints something that stays, above what is drawn next. */
  synchronized void above(Runnable print) {
    clear();
    print.run();
  }

  @Override
  public synchronized void show(Progress progress) {
    List<String> lines = drawing.apply(progress);
    if (!lines.equals(drawn)) {
      write(
          NO_WRAP
              + String.join(ERASE_LINE + "\r\n", lines)
              + ERASE_BELOW
              + WRAP
              + up(lines.size() - 1)
              + "\r");
      drawn = lines;
    }
  }

  @Override
  public synchronized void clear() {
    if (!drawn.isEmpty()) {
      // some terminals take an erasure from the very first place for one of the whole screen, and
      // keep what was there for scrolling back
      write(" " + ERASE_BELOW + "\r" + ERASE_LINE);
      drawn = List.of();
    }
  }

  @Override
  public synchronized void close() {
    clear();
    onClose.run();
  }

  private static String up(int lines) {
    return lines > 0 ? "\u001b[" + lines + "A" : "";
  }

  private void write(String text) {
    terminal.print(text);
    terminal.flush();
  }
}
