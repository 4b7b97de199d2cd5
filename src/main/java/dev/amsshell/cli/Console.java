package dev.amsshell.cli;

import dev.amsshell.await.ProgressView;
import dev.amsshell.base.Io;
import dev.amsshell.base.SafeText;
import dev.amsshell.check.CheckPrinter;
import dev.amsshell.render.CsvPrinter;
import dev.amsshell.render.Format;
import dev.amsshell.render.JsonPrinter;
import dev.amsshell.render.NdjsonPrinter;
import dev.amsshell.render.Printer;
import dev.amsshell.render.Style;
import dev.amsshell.render.TablePrinter;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** How a run speaks to whoever started it: values, notices, traces, progress and errors. */
final class Console {
  private final LiveSettings settings;
  private final boolean isQuiet;
  private final Process process;
  private final Views views;
  private final Trace trace;
  private volatile Consumer<String> teller;

  /**
   * @param isPrompt whether somebody sits at the prompt, and the display knows how to measure
   */
  Console(Settings options, Process process, boolean isPrompt) {
    this.settings = new LiveSettings(options.preferences());
    this.isQuiet = options.quiet();
    this.process = process;
    this.teller = process.io().err()::println;
    this.views = new Views(settings, isQuiet, process, isPrompt, this::notice);
    this.trace = new Trace(process.redactor()::redact, this::errStyle, this::tell);
    trace.turn(options.verbose());
  }

  Io io() {
    return process.io();
  }

  /** What is asked for now; changes count at once. */
  LiveSettings settings() {
    return settings;
  }

  /** Is told of each request, and tells of it while that is wanted. */
  Trace trace() {
    return trace;
  }

  /** The view of one more wait. */
  ProgressView progress() {
    return views.open();
  }

  /** Prints values as the user asks for at the time. */
  Printer printer() {
    return (value, out) -> printer(this::style, this::notice).print(value, out);
  }

  /**
   * The same for the prompt.
   *
   * @param isWide whether lines may have any length, for a pager that can be scrolled sideways
   * @param notices told what is no part of the value
   */
  Printer printer(boolean isWide, Consumer<String> notices) {
    return printer(() -> isWide ? style().unlimited() : style(), notices);
  }

  /** Whether values are written for people, and not for programs. */
  boolean isForPeople() {
    return settings.now().output() == Format.TABLE;
  }

  /** Prints a value where results go. */
  void show(Object value) {
    printer().print(value, process.display().out());
  }

  ErrorReport errors() {
    return new ErrorReport(io().err(), process.redactor(), isJson());
  }

  /** Tells something that is no result and no error. */
  void notice(String text) {
    if (!isQuiet && !isJson()) {
      tell("ams-shell: " + SafeText.line(process.redactor().redact(text)));
    }
  }

  /** From now on lines that are no results go there instead of to stderr. */
  void tellBy(Consumer<String> lines) {
    teller = lines;
  }

  /** Does something while nothing is drawn. */
  void above(Runnable action) {
    views.above(action);
  }

  /** A line that stays, whatever is drawn meanwhile. */
  private void tell(String line) {
    above(() -> teller.accept(line));
  }

  private boolean isJson() {
    return settings.now().output().isJson();
  }

  private Style style() {
    return process.display().style(settings.now(), process.environment());
  }

  private Style errStyle() {
    return Display.style(
        io().errTerminal(), process.display().columns(), settings.now(), process.environment());
  }

  private Printer printer(Supplier<Style> style, Consumer<String> notices) {
    UnaryOperator<String> clean = process.redactor()::redact;
    return switch (settings.now().output()) {
      case TABLE -> new CheckPrinter(new TablePrinter(clean, style, notices), clean, style);
      case JSON -> new JsonPrinter(clean);
      case NDJSON -> new NdjsonPrinter(clean);
      case CSV -> new CsvPrinter(clean);
    };
  }
}
