package dev.amsshell.repl;

import dev.amsshell.base.CancellableThread;
import dev.amsshell.base.Cancelled;
import dev.amsshell.dsl.ChangePlan;
import dev.amsshell.dsl.WriteGuard;
import dev.amsshell.dsl.WriteRefused;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/**
 * Shows what is about to be changed, and asks whether it is meant. Only what is typed after the
 * question is an answer to it: keys that were pressed before are forgotten.
 */
final class Confirmation implements WriteGuard {
  private static final Set<String> YES = Set.of("y", "yes");

  /** For so long, in milliseconds, there must have been no key before the question is asked. */
  private static final long SILENCE = 100;

  private static final int CTRL_D = 4;
  private static final Set<Integer> ERASE = Set.of(8, 127);

  private final Terminal terminal;
  private final Screen screen;
  private final AboveStream above;
  private final BooleanSupplier isStarted;

  /**
   * @param above knows whether the keys are for something else
   * @param isStarted whether inputs are evaluated, and not what comes before the first
   */
  Confirmation(Terminal terminal, Screen screen, AboveStream above, BooleanSupplier isStarted) {
    this.terminal = terminal;
    this.screen = screen;
    this.above = above;
    this.isStarted = isStarted;
  }

  @Override
  public synchronized void permit(ChangePlan plan) {
    if (!isStarted.getAsBoolean()) {
      throw refused("nobody can be asked before the first input", plan);
    }
    if (above.isBusy() || !(Thread.currentThread() instanceof CancellableThread)) {
      throw refused("nobody can be asked while the keys are for something else", plan);
    }
    String answer;
    Attributes before = terminal.enterRawMode();
    try {
      forgetKeys();
      screen.tell(plan.summary());
      terminal.writer().print("Send this? [y/N] ");
      terminal.flush();
      answer = answer();
    } catch (Cancelled e) {
      terminal.writer().println();
      screen.tell("nothing was sent");
      throw e;
    } finally {
      terminal.setAttributes(before);
    }
    if (!YES.contains(answer.strip().toLowerCase(Locale.ROOT))) {
      throw new WriteRefused("not confirmed; nothing was sent", "");
    }
  }

  private static WriteRefused refused(String why, ChangePlan plan) {
    return new WriteRefused(
        "nothing was sent; %s whether to %s".formatted(why, plan.summary()),
        "Do it by an input of its own.");
  }

  private void forgetKeys() {
    int key;
    do {
      key = key();
    } while (key != NonBlockingReader.READ_EXPIRED && key != NonBlockingReader.EOF);
  }

  /** One line, which is shown as it is typed; none at Ctrl-D. */
  private String answer() {
    StringBuilder answer = new StringBuilder();
    while (true) {
      int key = key();
      if (key == '\r' || key == '\n') {
        show("\n");
        return answer.toString();
      }
      if (key == CTRL_D || key == NonBlockingReader.EOF) {
        show("\n");
        return "";
      }
      if (ERASE.contains(key) && answer.length() > 0) {
        answer.setLength(answer.length() - 1);
        show("\b \b");
      } else if (key >= 0 && !Character.isISOControl(key)) {
        answer.append((char) key);
        show(String.valueOf((char) key));
      }
    }
  }

  /** A dumb terminal shows by itself what is typed. */
  private void show(String typed) {
    if (!Terminals.isDumb(terminal)) {
      terminal.writer().print(typed);
      terminal.flush();
    }
  }

  private int key() {
    CancellableThread.checkpoint();
    try {
      return terminal.reader().read(SILENCE);
    } catch (InterruptedIOException e) {
      CancellableThread.checkpoint();
      return NonBlockingReader.READ_EXPIRED;
    } catch (IOException e) {
      throw new UncheckedIOException("the answer cannot be read", e);
    }
  }
}
