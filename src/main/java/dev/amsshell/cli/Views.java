package dev.amsshell.cli;

import dev.amsshell.await.ProgressView;
import dev.amsshell.render.Progress;
import dev.amsshell.render.ProgressLog;
import dev.amsshell.render.ProgressText;
import dev.amsshell.render.Style;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/** Decides how a person sees a wait. */
final class Views {
  private final LiveSettings settings;
  private final boolean isQuiet;
  private final Process process;
  private final boolean isPrompt;
  private final Consumer<String> notices;

  /** The one that is drawn now, or null: a second would draw over it. */
  private volatile LiveView live;

  /**
   * @param isQuiet whether nobody wants to see any
   * @param isPrompt whether somebody sits at the prompt, with an eye on nothing else
   * @param notices takes lines that stay on stderr
   */
  Views(
      LiveSettings settings,
      boolean isQuiet,
      Process process,
      boolean isPrompt,
      Consumer<String> notices) {
    this.settings = settings;
    this.isQuiet = isQuiet;
    this.process = process;
    this.isPrompt = isPrompt;
    this.notices = notices;
  }

  /** The view of one more wait. */
  synchronized ProgressView open() {
    Preferences now = settings.now();
    if (isQuiet || now.output().isJson()) {
      return new SilentView();
    }
    UnaryOperator<String> clean = process.redactor()::redact;
    if (!process.io().errTerminal() || Display.isDumb(process.environment()) || live != null) {
      return new LineView(new ProgressLog(clean, now.zone()), notices);
    }
    live = new LiveView(process.io().err(), drawing(clean), notices, () -> live = null);
    return live;
  }

  /** Prints something on stderr that stays there, whatever is drawn meanwhile. */
  void above(Runnable print) {
    LiveView drawn = live;
    if (drawn == null) {
      print.run();
    } else {
      drawn.above(print);
    }
  }

  private Function<Progress, List<String>> drawing(UnaryOperator<String> clean) {
    ProgressText text = new ProgressText(clean);
    IntSupplier columns =
        isPrompt
            ? process.display()::columns
            : new TerminalWidth(process.clock(), TerminalWidth::ask)::columns;
    return progress -> {
      Style style = Display.style(true, columns.getAsInt(), settings.now(), process.environment());
      if (isPrompt) {
        List<String> block = text.block(progress, style);
        int rows = process.display().rows();
        // what is higher than the terminal cannot be drawn over
        if (rows == 0 || block.size() < rows) {
          return block;
        }
      }
      return List.of(text.line(progress, style));
    };
  }
}
