package dev.amsshell.repl;

import dev.amsshell.base.CancellableThread;
import dev.amsshell.base.SideWork;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Terminal;

/** Shows what is larger than the screen a page at a time, and anything else as it is. */
final class Pager {
  private final Terminal terminal;
  private final AboveStream above;

  /**
   * @param above must wait while there are pages on the screen
   */
  Pager(Terminal terminal, AboveStream above) {
    this.terminal = terminal;
    this.above = above;
  }

  /**
   * Shows what is printed. Printing goes only some pages ahead of the reader, and is cancelled when
   * he has had enough; what it fails with is thrown when he has seen what came before.
   *
   * @param screen where it goes when it fits
   * @param isWide whether long lines are not wrapped, but go on beyond the right edge
   */
  void show(Consumer<PrintStream> printing, PrintStream screen, boolean isWide) {
    if (Terminals.isDumb(terminal) || terminal.getHeight() < 3) {
      printing.accept(screen);
      return;
    }
    PagedText text = new PagedText(terminal.getHeight() - 1, terminal.getWidth(), isWide);
    SideWork<Void> work =
        SideWork.start(
            "print",
            () -> {
              try (PrintStream out = text.stream()) {
                printing.accept(out);
              }
              return null;
            });
    work.whenDone(text::end);
    try {
      if (isTooLarge(text)) {
        read(text, isWide);
      } else {
        screen.print(text.text());
        screen.flush();
      }
      if (work.isDone(Duration.ZERO)) {
        work.join();
      }
    } finally {
      work.cancel();
      text.end();
    }
    // what was interrupted has not simply come to its end
    CancellableThread.checkpoint();
  }

  /** What was printed until an interruption counts as all. */
  private static boolean isTooLarge(PagedText text) {
    try {
      return text.isTooLarge();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void read(PagedText text, boolean isWide) {
    above.hold();
    try {
      Less less = new Less(terminal, Path.of(""));
      less.chopLongLines = isWide;
      less.quiet = true;
      less.run(new Pages(text));
    } catch (InterruptedException | InterruptedIOException | IOError e) {
      // somebody pressed Ctrl-C
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException("the pages cannot be shown", e);
    } finally {
      above.release();
    }
  }

  private record Pages(PagedText text) implements Source {
    @Override
    public String getName() {
      return "q: quit, h: help, arrows: scroll, /: search";
    }

    @Override
    public InputStream read() {
      return text.open();
    }

    @Override
    public Long lines() {
      return null;
    }
  }
}
