package dev.amsshell.repl;

import dev.amsshell.base.CancellableThread;
import dev.amsshell.base.Cancellation;
import dev.amsshell.base.Cancelled;
import dev.amsshell.dsl.ChangePlan;
import dev.amsshell.dsl.WriteGuard;
import dev.amsshell.dsl.WriteRefused;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
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
  private Cancellation work;

  Confirmation(Terminal terminal, Screen screen) {
    this.terminal = terminal;
    this.screen = screen;
  }

  /**
   * From now on only that work may ask, since the keys are for nothing else while it goes on; none
   * may when it is null. Waits until a question that is being asked is answered or given up.
   */
  synchronized void askedBy(Cancellation work) {
    this.work = work;
  }

  @Override
  public synchronized void permit(ChangePlan plan) {
    CancellableThread.checkpoint();
    if (CancellableThread.current() != work) {
      throw new WriteRefused(
          "nothing was sent; nobody can be asked here whether to " + plan.summary(),
          "Do it by an input of its own, and not beside it or before the first one.");
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
